import { formatCount } from '../format/words.js';
import { groupBy } from '../model/group-by.js';
import { listBlocks } from '../model/list-sections.js';
import type { Document } from '../model/document.js';
import { listInlineRuns } from '../model/blocks/block.js';
import { walkInlines } from '../model/inline.js';
import { isToCome, type Figure } from '../model/figure.js';
import { formatPlace, type Place, type Problem } from '../model/problem.js';
import type { Unreviewed } from '../model/unreviewed.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem, toWarning } from './report-problem.js';

/**
 * Finds figures to come, and entries that were carried over without a review. In a final paper, each is an error. A draft gets one
 * warning for each file, with their number.
 */
export function checkUnfinished({ inputs, document }: CheckablePaper): Problem[] {
  const { paper, history } = inputs;
  const unreviewed = [
    ...paper.unreviewed,
    ...Object.values(history.at(-1)?.lists ?? {}).flatMap(({ unreviewed }) => unreviewed ?? []),
  ];
  const missing = listMissing(inputs, document);
  return paper.status === 'final'
    ? [...unreviewed.map(reportUnreviewed), ...missing.map(reportMissing)]
    : [...groupByFile(unreviewed).map(warnOfUnreviewed), ...groupByFile(missing).map(warnOfMissing)];
}

/** A figure to come. `area` is the word for what a row of a league table is for: "ward". Null for any other figure. */
interface Missing {
  label: string;
  place: Place;
  area: string | null;
}

/** Lists the figures to come. A league table cannot be ranked until each of its rows is filled in, so it stands for them all. */
function listMissing({ history, organisation }: CheckablePaper['inputs'], document: Document): Missing[] {
  const tables = Object.values(history.at(-1)?.areas ?? {}).map(({ published }) =>
    published.filter(({ figure }) => isToCome(figure)),
  );
  return listFiguresToCome(document).flatMap(({ label, place }): Missing[] => {
    const rows = tables.find((areas) =>
      areas.some(({ figure }) => formatPlace(figure.place) === formatPlace(place)),
    );
    if (!rows) return [{ label, place, area: null }];
    const area = organisation.areas.singular;
    return rows.map(({ name, figure }) => ({ label: name, place: figure.place, area }));
  });
}

function reportUnreviewed({ name, place, listPlace }: Unreviewed): Problem {
  const message = `"${name}" was carried over and has not been reviewed`;
  return reportProblem('paragraph-is-reviewed', place, message, {
    hint: `When it is right, remove it from \`unreviewed:\` in line ${listPlace.line}, or run: papers review ${name}`,
  });
}

function reportMissing({ label, place, area }: Missing): Problem {
  return reportProblem('figure-has-come', place, `the figure for "${label}" is still to come`, {
    expected: place.file.endsWith('.csv')
      ? 'a value, or a mark in its place, such as not available'
      : 'a value, or the reason why there is none: reason: …',
    ...(area !== null && { hint: `Delete the line if this ${area} is no longer in the table.` }),
  });
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
    reportProblem('figure-has-come', figures[0].place, `${count} still to come in this file`, {
      hint: `Fill them in, or give the reason why there is none: reason: …, or a mark such as not available in a data set. ${removal}The first is "${label}".`,
    }),
  );
}

/** The items of one file. */
type Group<T> = [T, ...T[]];

function groupByFile<T extends { place: Place }>(all: T[]): Group<T>[] {
  return [...groupBy(all, ({ place }) => place.file).values()];
}

/**
 * Lists the printed figures to come, in the paper's order, one for each place. A computed figure has the place of its missing
 * input. The input has the shorter id, and is the figure that the author can enter.
 */
function listFiguresToCome(document: Document): Figure[] {
  const runs = [
    ...document.header.fields.map(({ value }) => value),
    ...listBlocks(document).flatMap((block) => [...listInlineRuns(block)]),
  ];
  const byPlace = new Map<string, Figure>();
  for (const inline of runs.flatMap((run) => [...walkInlines(run)])) {
    if (inline.kind !== 'value' || !inline.figure || !isToCome(inline.figure)) continue;
    const { id, place } = inline.figure;
    const key = formatPlace(place);
    const known = byPlace.get(key);
    if (!known || id.length < known.id.length) byPlace.set(key, inline.figure);
  }
  return [...byPlace.values()];
}
