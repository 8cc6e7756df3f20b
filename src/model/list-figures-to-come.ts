import { listInlineRuns } from './blocks/block.js';
import type { Document } from './document.js';
import { isToCome, type Figure } from './figure.js';
import { walkInlines } from './inline.js';
import { listBlocks } from './list-sections.js';
import { formatPlace } from './problem.js';

/**
 * Lists the printed figures to come, in the paper's order, one for each place. A computed figure has the place of its missing
 * input. The input has the shorter id, and is the figure that the author can enter.
 */
export function listFiguresToCome(document: Document): Figure[] {
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
