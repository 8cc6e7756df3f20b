import type { Place } from '../../model/problem.js';

/**
 * Searches upwards from a place for the cause of an error.
 * Covers the place's own line and up to `maxLinesAbove` lines above it.
 * Skips empty lines and text under a `|`. Returns the place after the pattern's first group.
 */
export function searchLinesBefore(
  pattern: RegExp,
  lines: readonly string[],
  place: Place,
  maxLinesAbove: number,
): Place | null {
  const candidates = lines
    .slice(0, place.line)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .slice(-1 - maxLinesAbove)
    .filter(({ line }) => !isInBlockText(lines, line - 1))
    .reverse();
  for (const { text, line } of candidates) {
    const before = pattern.exec(text)?.[1];
    if (before !== undefined) return { ...place, line, column: before.length + 1 };
  }
  return null;
}

/** Returns true if a line is text under a `|`, which is not YAML. */
export function isInBlockText(lines: readonly string[], index: number): boolean {
  let indent = measureIndent(lines[index] ?? '');
  for (let above = index - 1; above >= 0 && indent > 0; above--) {
    const line = lines[above] ?? '';
    if (line.trim() === '' || measureIndent(line) >= indent) continue;
    if (/\s[|>][+-]?\s*$/.test(line)) return true;
    indent = measureIndent(line);
  }
  return false;
}

/** Counts the white space before the first character of a line. */
export function measureIndent(line: string): number {
  return line.length - line.trimStart().length;
}
