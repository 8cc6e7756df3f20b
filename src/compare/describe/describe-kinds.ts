import { joinNames } from '../../format/words.js';
import type { ChangeKind } from './comparison.js';
import type { Change } from './list-changes.js';

/** The kinds of change that are not in a part's content. */
const OUTER_KINDS: ChangeKind[] = ['moved', 'retitled', 'replaced', 'restyled', 'renumbered'];

/** Describes how a part changed: "moved and reworded". A new style or number is mentioned only if nothing else changed. */
export function describeKinds({ what, how }: Change): string {
  if (what === 'metadata') return 'changed';
  const [first] = how;
  if (first === 'added' || first === 'removed') return first;
  const words: string[] = how.filter((kind) => ['moved', 'retitled', 'replaced'].includes(kind));
  if (how.some((kind) => !OUTER_KINDS.includes(kind))) words.push(describeContent(what, how));
  if (words.length === 0) return how.includes('restyled') ? 'restyled' : 'renumbered';
  return joinNames(words);
}

function describeContent(what: Change['what'], how: readonly ChangeKind[]): string {
  if (what === 'table' || what === 'chart' || what === 'diagram') return 'changed';
  return how.includes('reworded') ? 'reworded' : 'changed in figures only';
}
