import { listBlocks } from '../model/list-sections.js';
import type { Document } from '../model/document.js';
import { listInlineRuns } from '../model/blocks/block.js';
import { walkInlines } from '../model/inline.js';
import { isToCome, type Figure } from '../model/figure.js';
import { formatPlace, type Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { counted, found, inDraft } from './found.js';

/**
 * What a new paper still lacks. In a final paper each gap is an error, at its place. A draft is expected to have some: it gets
 * one warning for each file, which says how many there are.
 */
export function checkUnfinished({ inputs, document }: Checkable): Problem[] {
  const { paper, history } = inputs;
  const carried = [
    ...paper.unreviewed,
    ...Object.values(history.at(-1)?.lists ?? {}).flatMap(({ unreviewed }) => unreviewed ?? []),
  ];
  const missing = figuresToCome(document);
  if (paper.status === 'final')
    return [
      ...carried.map(({ name, place, listPlace }) =>
        found('paragraph-is-reviewed', place, `"${name}" was carried over and has not been reviewed`, {
          hint: `Once it is right, take it out of \`unreviewed:\` in line ${listPlace.line}.`,
        }),
      ),
      ...missing.map(({ label, place }) =>
        found('figure-has-come', place, `the figure for "${label}" is still to come`, {
          expected: 'a value; or the reason why there is none, as reason: …',
        }),
      ),
    ];
  return [
    ...byFile(carried).map(([first, all]) =>
      inDraft(
        found(
          'paragraph-is-reviewed',
          first.listPlace,
          `${counted(all.length, 'entry is', 'entries are')} carried over and not reviewed yet`,
          { hint: 'Take each out of the list once it is right.' },
        ),
      ),
    ),
    ...byFile(missing).map(([first, all]) =>
      inDraft(
        found(
          'figure-has-come',
          first.place,
          `${counted(all.length, 'figure that the paper prints is', 'figures that the paper prints are')} still to come in this file`,
          { hint: `The first is "${first.label}".` },
        ),
      ),
    ),
  ];
}

/** What each file holds, with the first of it. */
function byFile<T extends { place: { file: string } }>(all: T[]): [T, T[]][] {
  const files = [...new Set(all.map(({ place }) => place.file))];
  return files.flatMap((file): [T, T[]][] => {
    const own = all.filter(({ place }) => place.file === file);
    return own[0] ? [[own[0], own]] : [];
  });
}

/**
 * The figures to come that the paper prints, in its order, one for each place. A computed figure stands at the place of the one
 * that is missing: that one, whose name is the shorter, is what the author can give.
 */
function figuresToCome(document: Document): Figure[] {
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
