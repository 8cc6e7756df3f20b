import type { Piece, Span } from './span.js';

/** Returns the text of the new version. */
export function readNewText(spans: readonly Span[]): string {
  return joinPieceTexts(spans.flatMap(({ after }) => after)).trim();
}

/** Returns the text of the old version. */
export function readOldText(spans: readonly Span[]): string {
  return joinPieceTexts(spans.flatMap(({ before }) => before)).trim();
}

/** Returns the new text, or the old one if the new version has none. */
export function readAnyText(spans: readonly Span[]): string {
  return readNewText(spans) || readOldText(spans);
}

/** Joins texts with the space around them. A line break becomes a space. */
export function joinPieceTexts(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s*\n\s*/g, ' ');
}
