/** The signs that other authorities use in place of a number, with the marks that they may mean. */
const SIGNS: readonly { pattern: RegExp; hint: string }[] = [
  {
    pattern: /^(?:[<≤]\s*\d+|\*+|suppressed|withheld|redacted|n\/?d)$/i,
    hint: 'If the number is not shown, to protect the people behind it, write confidential or [c].',
  },
  {
    pattern: /^(?:n\/?a|n\.a\.)$/i,
    hint: 'If there can be no number, write not applicable or [z]. If it is not known, write not available or [x].',
  },
  {
    pattern: /^(?:[-–—]+|\.{1,3}|:|nil|none)$/i,
    hint: 'If there were none, write 0. If the number is not known, write not available or [x]. If there can be none, write not applicable or [z].',
  },
  {
    pattern: /^(?:tbc|tba|tbd|to follow|pending|awaited|\?+)$/i,
    hint: 'Leave the cell empty while the figure is to come.',
  },
];

/** Suggests what to write in place of a sign that stands for no number. Null for other texts. */
export function suggestMark(text: string): string | null {
  return SIGNS.find(({ pattern }) => pattern.test(text.trim()))?.hint ?? null;
}
