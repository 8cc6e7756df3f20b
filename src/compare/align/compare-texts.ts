import type { Identities } from './align-documents.js';
import { alignTokens, type Stretch } from './align-tokens.js';
import { compareTokens, hasSameText } from './compare-tokens.js';
import type { SentenceChange } from './sentence-change.js';
import { splitTokens } from './split-tokens.js';
import type { Words } from './words.js';

/** A change that a reader would see, and the whole sentences in it. */
export interface TextChange {
  sentences: SentenceChange[];
}

/** Returns null if a reader would see the same words, figures and emphasis. A new number of a reference is no change. */
export function compareTexts(before: Words, after: Words, identities: Identities): TextChange | null {
  const stretches = alignTokens(
    splitTokens(before, identities.before),
    splitTokens(after, identities.after),
  ).filter(hasStretchChanged);
  if (stretches.length === 0) return null;
  return { sentences: stretches.flatMap(({ sentence }) => sentence ?? []) };
}

/** Joins the changes of several texts. Returns null if there is none. */
export function joinChanges(changes: readonly (TextChange | null)[]): TextChange | null {
  if (changes.every((change) => change === null)) return null;
  return { sentences: changes.flatMap((change) => change?.sentences ?? []) };
}

function hasStretchChanged({ isSame, before, after }: Stretch): boolean {
  if (!isSame) return !hasSameText(before, after);
  return after.some((token, index) => {
    const change = compareTokens(before[index] ?? token, token);
    return change !== 'same' && change !== 'followed';
  });
}
