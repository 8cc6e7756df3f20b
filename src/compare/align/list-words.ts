import { splitTokens } from './split-tokens.js';
import type { Words } from './words.js';

/** Lists a text's words, for matching. All references to numbered parts are the same word, since targets are not matched yet. */
export function listWords(words: Words): string[] {
  return splitTokens(words, (anchor) => (/-note-\d+$/.test(anchor) ? null : '')).map(({ key }) => key);
}
