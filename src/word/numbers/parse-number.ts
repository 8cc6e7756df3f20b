/** The thing that a number numbers. It decides the look of its list. */
export type Numbered = 'heading' | 'appendix' | 'paragraph';

/** A printed number, as a list of Word counts it. */
export interface ParsedNumber {
  kind: Numbered;
  /** The printed text, without the sign after it. */
  text: string;
  /** The words before the first part: "Appendix ". */
  before: string;
  /** The parts from the outermost inwards: 3, 1 for "3.1" and "C.1". */
  parts: { count: number; isLetter: boolean }[];
  /** The level in the list, from 0. */
  level: number;
  /** The sign after the number. */
  after: string;
}

/** The deepest level of a list in Word. */
const DEEPEST = 8;

/** Returns a printed number as Word counts it. Null if there is none, or if Word has no such numbers. */
export function parseNumber(kind: Numbered, number: string | null, after: string): ParsedNumber | null {
  const [text = '', before = '', counted = ''] =
    /^(.* )?((?:[A-Z]{1,2}|\d{1,5})(?:\.\d{1,5})*)$/.exec(number ?? '') ?? [];
  if (counted === '') return null;
  const parts = counted.split('.').map(parsePart);
  const level = parts.length - 1;
  // Word continues Z with AA, BB and CC.
  const canCount = parts.every(({ count, isLetter }) => count > 0 && (!isLetter || count <= 26));
  return canCount && level <= DEEPEST ? { kind, text, before, parts, level, after } : null;
}

function parsePart(text: string): ParsedNumber['parts'][number] {
  if (/^\d+$/.test(text)) return { count: Number(text), isLetter: false };
  const count = Array.from(text).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { count, isLetter: true };
}
