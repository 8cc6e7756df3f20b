import type { Inline } from '../../model/inline.js';
import { listWords } from '../align/list-words.js';
import { makeMember } from '../align/member.js';
import { pairSequences } from '../align/pair-sequences.js';
import { classifyPair } from './classify-change.js';
import type { CompareWords } from './compare-words.js';
import type { TextComparison } from './comparison.js';

interface Annotated {
  notes: Inline[][];
}

/** Compares the notes below a table, chart or diagram. */
export function compareNotes(
  before: Annotated | null,
  after: Annotated | null,
  compare: CompareWords,
): TextComparison[] {
  const pairs = pairSequences(before?.notes ?? [], after?.notes ?? [], (note) =>
    makeMember('note', { words: listWords(note), isKnownByPlace: true }),
  );
  return pairs.map((pair) => {
    const text = compare(pair.before, pair.after);
    return { how: classifyPair(pair, [text]), text };
  });
}
