import type { Pair } from '../align/interleave.js';
import type { ChangeKind } from './comparison.js';
import type { SentenceChange } from '../align/sentence-change.js';
import type { Cause, Span } from './span.js';

/** The order in which kinds of change are listed. */
const RANKS: Record<ChangeKind, number> = {
  added: 1,
  removed: 2,
  moved: 3,
  retitled: 4,
  replaced: 5,
  reworded: 6,
  figures: 7,
  'sentence-added': 8,
  'sentence-removed': 9,
  'sentence-moved': 10,
  rows: 11,
  columns: 12,
  boxes: 13,
  arrows: 14,
  restyled: 15,
  renumbered: 16,
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
      return [classifyWords(span.sentence, span.cause)];
    case 'figure':
      return ['figures'];
    default:
      return span satisfies never;
  }
}

/** A whole sentence is more than a word that follows from a figure, whatever its cause. */
function classifyWords(sentence: SentenceChange | null, cause: Cause): ChangeKind {
  switch (sentence) {
    case 'added':
      return 'sentence-added';
    case 'removed':
      return 'sentence-removed';
    case 'moved-away':
    case 'moved-here':
      return 'sentence-moved';
    case 'replaced':
      return 'reworded';
    case null:
      return cause === 'wording' ? 'reworded' : 'figures';
    default:
      return sentence satisfies never;
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
  return insides.flatMap(({ how }) => how.map((kind) => (KEPT_INSIDE.has(kind) ? kind : 'reworded')));
}

const KEPT_INSIDE: ReadonlySet<ChangeKind> = new Set([
  ...(['figures', 'restyled'] as const),
  ...(['sentence-added', 'sentence-removed', 'sentence-moved'] as const),
]);
