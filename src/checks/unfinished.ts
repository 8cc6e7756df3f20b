import { formatCount } from '../format/words.js';
import { groupBy } from '../model/group-by.js';
import type { Document } from '../model/document.js';
import { isToCome } from '../model/figure.js';
import { listFiguresToCome } from '../model/list-figures-to-come.js';
import { describeOwed, type Owed } from '../format/owed.js';
import { formatPlace, type Place, type Problem } from '../model/problem.js';
import type { Unreviewed } from '../model/unreviewed.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem, toWarning } from './report-problem.js';

/**
 * Finds figures to come, and entries that were carried over without a review. In a final paper, each is an error. A draft gets one
 * warning for each file, with their number.
 */
export function checkUnfinished({ inputs, document }: CheckablePaper): Problem[] {
  const { paper, dataSets, period } = inputs;
  const unreviewed = [
    ...paper.unreviewed,
    ...dataSets.filter((set) => set.period === period).flatMap((set) => set.unreviewed),
  ];
  const missing = listMissing(inputs, document);
  return paper.status === 'final'
    ? [...unreviewed.map(reportUnreviewed), ...missing.map(reportMissing)]
    : [...groupByFile(unreviewed).map(warnOfUnreviewed), ...groupByFile(missing).map(warnOfMissing)];
}

/** A figure to come. `area` is the word for what a row of a league table is for: "ward". Null for any other figure. */
interface Missing extends Owed {
  label: string;
  place: Place;
  area: string | null;
  /** True if the figure stands for all rows of a data set. */
  standsForRows: boolean;
}

/** Lists the figures to come. A league table cannot be ranked until each of its rows is filled in, so it stands for them all. */
function listMissing({ history, organisation }: CheckablePaper['inputs'], document: Document): Missing[] {
  const tables = Object.values(history.at(-1)?.areas ?? {}).map(({ published }) =>
    published.filter(({ figure }) => isToCome(figure)),
  );
  return listFiguresToCome(document).flatMap(({ id, label, place, owner, due }): Missing[] => {
    const owed = { owner, due, standsForRows: /^data\.[a-z0-9-]+\.rows$/.test(id) };
    const rows = tables.find((areas) =>
      areas.some(({ figure }) => formatPlace(figure.place) === formatPlace(place)),
    );
    if (!rows) return [{ label, place, ...owed, area: null }];
    const area = organisation.areas.singular;
    return rows.map(({ name, figure }) => ({ label: name, place: figure.place, ...owed, area }));
  });
}

function reportUnreviewed({ name, place, listPlace }: Unreviewed): Problem {
  const message = `"${name}" was carried over and has not been reviewed`;
  return reportProblem('paragraph-is-reviewed', place, message, {
    hint: `When it is right, remove it from \`unreviewed:\` in line ${listPlace.line}, or run: papers review ${name}`,
  });
}

function reportMissing({ label, place, area, standsForRows, ...owed }: Missing): Problem {
  return reportProblem(
    'figure-has-come',
    place,
    `the figure for "${label}" is still to come${describeOwed([owed])}`,
    {
      expected: standsForRows
        ? 'rows, or {} if there are none'
        : place.file.endsWith('.csv')
          ? 'a value, or a mark in its place, such as not available'
          : 'a value, or the reason why there is none: reason: …',
      ...(area !== null && { hint: `Delete the line if this ${area} is no longer in the table.` }),
    },
  );
}

function warnOfUnreviewed(entries: Group<Unreviewed>): Problem {
  const message = `${formatCount(entries.length, 'entry is', 'entries are')} carried over and not reviewed yet`;
  return toWarning(
    reportProblem('paragraph-is-reviewed', entries[0].listPlace, message, {
      hint: 'Remove each label from this list when its text is right. `papers review` lists them by group, and removes those that you name.',
    }),
  );
}

function warnOfMissing(figures: Group<Missing>): Problem {
  const count = formatCount(
    figures.length,
    'figure that the paper prints is',
    'figures that the paper prints are',
  );
  const { label, area } = figures[0];
  const removal = area === null ? '' : `Delete the line of any ${area} that is no longer in the table. `;
  return toWarning(
    reportProblem(
      'figure-has-come',
      figures[0].place,
      `${count} still to come in this file${describeOwed(figures)}`,
      {
        hint: `Fill them in, or give the reason why there is none: reason: …, or a mark such as not available in a data set. ${removal}The first is "${label}".`,
      },
    ),
  );
}

/** The items of one file. */
type Group<T> = [T, ...T[]];

function groupByFile<T extends { place: Place }>(all: T[]): Group<T>[] {
  return [...groupBy(all, ({ place }) => place.file).values()];
}
