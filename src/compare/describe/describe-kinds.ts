import { joinNames } from '../../format/words.js';
import type { ChangeKind } from './comparison.js';
import { describeSentences, type SentenceChange } from '../align/sentence-change.js';
import type { Change } from './list-changes.js';
import { listSpans } from './list-spans.js';

/** The kinds of change that are not in a part's content. */
const OUTER_KINDS: ChangeKind[] = ['moved', 'retitled', 'replaced', 'restyled', 'renumbered'];

const EXHIBITS: readonly Change['what'][] = ['table', 'chart', 'diagram'];

const SENTENCE_KINDS: ChangeKind[] = ['sentence-added', 'sentence-removed', 'sentence-moved'];

/**
 * Describes how a part changed: "moved and reworded", "reworded and lost a sentence". A new style or number is mentioned only
 * if nothing else changed.
 */
export function describeKinds(change: Change): string {
  const { what, how } = change;
  if (what === 'metadata') return 'changed';
  const [first] = how;
  if (first === 'added' || first === 'removed') return first;
  const words: string[] = how.filter((kind) => ['moved', 'retitled', 'replaced'].includes(kind));
  const content = how.filter((kind) => !OUTER_KINDS.includes(kind));
  if (EXHIBITS.includes(what)) words.push(...(content.length > 0 ? ['changed'] : []));
  else words.push(...describeWords(content), ...describeSentences(listSentenceChanges(change)));
  if (words.length === 0) return how.includes('restyled') ? 'restyled' : 'renumbered';
  return joinNames(words);
}

function describeWords(how: readonly ChangeKind[]): string[] {
  const words = how.filter((kind) => !SENTENCE_KINDS.includes(kind));
  if (words.length === 0) return [];
  if (words.some((kind) => kind !== 'figures')) return ['reworded'];
  return [words.length === how.length ? 'changed in figures only' : 'changed in figures'];
}

function listSentenceChanges(change: Change): (SentenceChange | null)[] {
  return listSpans(change).map((span) => (span.kind === 'changed' ? span.sentence : null));
}
