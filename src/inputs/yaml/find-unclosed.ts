import type { Place } from '../../model/problem.js';
import { isInBlockText, measureIndent, searchLinesBefore } from './search-lines-before.js';

/** An odd number of quotes in a line of entries inside { }. */
const OPEN_QUOTE_IN_BRACES = /^([^"]*\{[^"]*(?:"[^"]*"[^"]*)*)"[^"]*$/u;
const OPEN_QUOTE = /^(\s*(?:- +)?[\p{L}\p{N}-]+:\s+)(?:"[^"]*|'[^']*)$/u;

/**
 * Finds the first quote that is still open at the end of its line.
 * The next line must not be indented further, or it would belong to the quoted text.
 * If it is certain that a quote is open, falls back to the nearest line above that opens one.
 */
export function findUnclosedQuote(lines: readonly string[], place: Place, isCertain: boolean): Place | null {
  for (let index = 0; index < Math.min(place.line, lines.length); index++) {
    const line = lines[index] ?? '';
    const before = OPEN_QUOTE.exec(line)?.[1];
    if (before === undefined || isInBlockText(lines, index)) continue;
    const next = lines.slice(index + 1).find((text) => text.trim() !== '') ?? '';
    if (measureIndent(next) <= measureIndent(line))
      return { ...place, line: index + 1, column: before.length + 1 };
  }
  if (!isCertain) return null;
  return (
    searchLinesBefore(OPEN_QUOTE, lines, place, lines.length) ??
    searchLinesBefore(OPEN_QUOTE_IN_BRACES, lines, place, lines.length)
  );
}

/** Finds the nearest bracket before a place that is not closed on its own line. */
export function findUnclosedBracket(lines: readonly string[], place: Place): Place | null {
  for (let line = Math.min(place.line, lines.length); line > 0; line--) {
    const column = findUnclosedColumn(lines[line - 1] ?? '');
    if (column !== null) return { ...place, line, column };
  }
  return null;
}

function findUnclosedColumn(line: string): number | null {
  const openColumns: number[] = [];
  for (const { 0: bracket, index } of line.matchAll(/[[\]{}]/g))
    if (bracket === '[' || bracket === '{') openColumns.push(index + 1);
    else openColumns.pop();
  return openColumns.at(-1) ?? null;
}
