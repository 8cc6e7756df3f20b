import type { Marks, Token } from './token.js';

/**
 * The difference between two tokens with the same key. `followed`: a new number of a reference, or another use of an
 * acronym is written out. `changed`: the expansion of an acronym has other words.
 */
export type TokenChange = 'same' | 'followed' | 'restyled' | 'changed' | 'figure';

/** Classifies the difference between two tokens with the same key. */
export function compareTokens(old: Token, now: Token): TokenChange {
  if (old.text.toLowerCase() === now.text.toLowerCase())
    return hasSameStyle(old.marks, now.marks) ? 'same' : 'restyled';
  if (now.figure) return 'figure';
  const isExpandedInBoth = old.expansion !== null && now.expansion !== null;
  return isExpandedInBoth ? 'changed' : 'followed';
}

/** Returns true if the marks look the same. The target of a reference does not count. */
export function hasSameStyle(a: Marks, b: Marks): boolean {
  return a.strong === b.strong && a.emphasis === b.emphasis && a.url === b.url;
}

/** Returns true if two runs print the same words, such as a typed number and the figure that replaces it. */
export function hasSameText(before: readonly Token[], after: readonly Token[]): boolean {
  return formatPlain(before) === formatPlain(after);
}

function formatPlain(tokens: readonly Token[]): string {
  return tokens
    .map(({ text, lead }) => (lead === '' ? text : ` ${text}`))
    .join('')
    .trim();
}
