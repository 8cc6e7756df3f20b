import type { Place } from '../../model/problem.js';

const OPEN_QUOTE = /^(\s*(?:- +)?[\p{L}\p{N}-]+:\s+)(?:"[^"]*|'[^']*)$/u;

/**
 * A value whose quote is still open where its line ends, though the next line is indented no deeper, and so is none of its text;
 * failing that, where it is `sure` that a quote is open, the nearest line that opens one.
 */
export function openQuote(lines: string[], place: Place, sure: boolean): Place | null {
  for (let index = 0; index < Math.min(place.line, lines.length); index++) {
    const line = lines[index] ?? '';
    const before = OPEN_QUOTE.exec(line)?.[1];
    if (before === undefined || isInText(lines, index)) continue;
    const next = lines.slice(index + 1).find((text) => text.trim() !== '') ?? '';
    if (indentOf(next) <= indentOf(line)) return { ...place, line: index + 1, column: before.length + 1 };
  }
  return sure ? findCause(OPEN_QUOTE, lines, place, lines.length) : null;
}

export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether a line stands in the text under a `|`, where nothing is YAML: under a line that ends with it, and is indented less. */
function isInText(lines: string[], index: number): boolean {
  let indent = indentOf(lines[index] ?? '');
  for (let above = index - 1; above >= 0 && indent > 0; above--) {
    const line = lines[above] ?? '';
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    if (/\s[|>][+-]?\s*$/.test(line)) return true;
    indent = indentOf(line);
  }
  return false;
}

/** The end of what a pattern finds: on the place's own line, or up to `back` lines before it, but in no text under a `|`. */
export function findCause(pattern: RegExp, lines: string[], place: Place, back: number): Place | null {
  const candidates = lines
    .slice(0, place.line)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .slice(-1 - back)
    .filter(({ line }) => !isInText(lines, line - 1))
    .reverse();
  for (const { text, line } of candidates) {
    const before = pattern.exec(text)?.[1];
    if (before !== undefined) return { ...place, line, column: before.length + 1 };
  }
  return null;
}

/** The nearest bracket before a place, on a line that closes fewer than it opens. */
export function openBracket(lines: string[], place: Place): Place | null {
  for (let line = Math.min(place.line, lines.length); line > 0; line--) {
    const text = lines[line - 1] ?? '';
    const open: number[] = [];
    for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g))
      if (bracket === '[' || bracket === '{') open.push(index);
      else open.pop();
    const last = open.at(-1);
    if (last !== undefined) return { ...place, line, column: last + 1 };
  }
  return null;
}
