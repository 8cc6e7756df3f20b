import type { Typeface } from './typeface.js';

/** Signs and spaces. A typeface that lacks one takes it from the program's own typeface, as browsers do. Letters never mix. */
const SIGN = /^[\p{S}\p{P}\p{Z}]$/u;

/** Returns true if a typeface has a character. The program's own typeface is taken to have all of them. */
export function hasCharacter({ coverage }: Pick<Typeface, 'coverage'>, character: string): boolean {
  return coverage === null || isInRanges(coverage, character.codePointAt(0) ?? 0);
}

/** Returns true if a character is a sign that the typeface lacks. */
export function isBorrowed(typeface: Pick<Typeface, 'coverage'>, character: string): boolean {
  return SIGN.test(character) && !hasCharacter(typeface, character);
}

/** A part of a text with or without borrowed signs. */
export interface TextPart {
  text: string;
  isBorrowed: boolean;
}

/** Splits a text into parts of its typeface and parts of borrowed signs. Most texts are one part. */
export function splitBorrowed(text: string, typeface: Pick<Typeface, 'coverage'>): TextPart[] {
  if (typeface.coverage === null) return [{ text, isBorrowed: false }];
  const parts: TextPart[] = [];
  for (const character of text) {
    const last = parts.at(-1);
    const borrowed = isBorrowed(typeface, character);
    if (last?.isBorrowed === borrowed) last.text += character;
    else parts.push({ text: character, isBorrowed: borrowed });
  }
  return parts.length > 0 ? parts : [{ text, isBorrowed: false }];
}

/** Searches sorted ranges, each as its first and last number. */
function isInRanges(ranges: readonly number[], code: number): boolean {
  let [low, high] = [0, ranges.length / 2 - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < (ranges[2 * middle] ?? 0)) high = middle - 1;
    else if (code > (ranges[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}
