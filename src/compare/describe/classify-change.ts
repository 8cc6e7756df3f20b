import type { Pair } from '../align/interleave.js';
import type { ChangeKind } from './comparison.js';
import type { Span } from './span.js';

/** The order in which kinds of change are listed. */
const RANKS: Record<ChangeKind, number> = {
  added: 1,
  removed: 2,
  moved: 3,
  retitled: 4,
  replaced: 5,
  reworded: 6,
  figures: 7,
  rows: 8,
  columns: 9,
  boxes: 10,
  arrows: 11,
  restyled: 12,
  renumbered: 13,
};

/** Sorts kinds of change into their fixed order, without duplicates. */
export function sortKinds(kinds: readonly ChangeKind[]): ChangeKind[] {
  return [...new Set(kinds)].sort((a, b) => RANKS[a] - RANKS[b]);
}

/** Lists the kinds of change in some texts. */
export function classifyTexts(texts: readonly Span[][]): ChangeKind[] {
  return sortKinds(texts.flat().flatMap(classifySpan));
}

function classifySpan(span: Span): ChangeKind[] {
  switch (span.kind) {
    case 'same':
    case 'followed':
      return [];
    case 'restyled':
      return ['restyled'];
    case 'changed':
      return [span.cause === 'wording' ? 'reworded' : 'figures'];
    case 'figure':
      return ['figures'];
    default:
      return span satisfies never;
  }
}

/** Lists the kinds of change in a member of a sequence. A member that was added or removed has no other kind. */
export function classifyPair<T>({ before, after, isMoved }: Pair<T>, texts: readonly Span[][]): ChangeKind[] {
  if (before === null) return ['added'];
  if (after === null) return ['removed'];
  return sortKinds([...(isMoved ? (['moved'] as const) : []), ...classifyTexts(texts)]);
}

/** Lists how changes inside a part change the part: a note that was added, removed or moved is a rewording. */
export function classifyInside(insides: readonly { how: ChangeKind[] }[]): ChangeKind[] {
  return insides.flatMap(({ how }) =>
    how.map((kind) => (kind === 'figures' || kind === 'restyled' ? kind : 'reworded')),
  );
}
