import { formatCount } from '../format/words.js';
import { groupBy } from '../model/group-by.js';
import { listBlocks } from '../model/list-sections.js';
import type { Document } from '../model/document.js';
import { listInlineRuns } from '../model/blocks/block.js';
import { walkInlines } from '../model/inline.js';
import { isToCome, type Figure } from '../model/figure.js';
import { formatPlace, type Place, type Problem } from '../model/problem.js';
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
  const missing = listFiguresToCome(document);
  if (paper.status === 'final')
    return [
      ...unreviewed.map(({ name, place, listPlace }) =>
        reportProblem(
          'paragraph-is-reviewed',
          place,
          `"${name}" was carried over and has not been reviewed`,
          {
            hint: `When it is right, remove it from \`unreviewed:\` in line ${listPlace.line}.`,
          },
        ),
      ),
      ...missing.map(({ label, place }) =>
        reportProblem('figure-has-come', place, `the figure for "${label}" is still to come`, {
          expected: 'a value, or the reason why there is none: reason: …',
        }),
      ),
    ];
  return [
    ...groupByFile(unreviewed).map((all) =>
      toWarning(
        reportProblem(
          'paragraph-is-reviewed',
          all[0].listPlace,
          `${formatCount(all.length, 'entry is', 'entries are')} carried over and not reviewed yet`,
          { hint: 'Remove each label from this list when its text is right.' },
        ),
      ),
    ),
    ...groupByFile(missing).map((all) =>
      toWarning(
        reportProblem(
          'figure-has-come',
          all[0].place,
          `${formatCount(all.length, 'figure that the paper prints is', 'figures that the paper prints are')} still to come in this file`,
          {
            hint: `Fill them in, or give the reason why there is none: reason: … The first is "${all[0].label}".`,
          },
        ),
      ),
    ),
  ];
}

function groupByFile<T extends { place: Place }>(all: T[]): [T, ...T[]][] {
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
