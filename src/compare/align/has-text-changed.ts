import type { Identities } from './align-documents.js';
import { alignTokens, type Stretch } from './align-tokens.js';
import { compareTokens, hasSameText } from './compare-tokens.js';
import { splitTokens } from './split-tokens.js';
import type { Words } from './words.js';

/** Returns true if a reader would see other words, figures or emphasis. A new number of a reference does not count. */
export function hasTextChanged(before: Words, after: Words, identities: Identities): boolean {
  return alignTokens(splitTokens(before, identities.before), splitTokens(after, identities.after)).some(
    hasStretchChanged,
  );
}

function hasStretchChanged({ isSame, before, after }: Stretch): boolean {
  if (!isSame) return !hasSameText(before, after);
  return after.some((token, index) => {
    const change = compareTokens(before[index] ?? token, token);
    return change !== 'same' && change !== 'followed';
  });
}
