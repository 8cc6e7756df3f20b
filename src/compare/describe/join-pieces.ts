import { hasSameStyle } from '../align/compare-tokens.js';
import type { Marks, Token } from '../align/token.js';
import type { Piece } from './span.js';

/** Joins tokens with the same marks into pieces of text. */
export function joinPieces(run: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { lead, text, marks } of run) {
    const last = pieces.at(-1);
    if (last && hasSameMarks(last.marks, marks)) last.text += lead + text;
    else pieces.push({ text: lead + text, marks });
  }
  return pieces;
}

function hasSameMarks(a: Marks, b: Marks): boolean {
  return hasSameStyle(a, b) && a.target === b.target;
}
