import { EXEMPT_SYMBOL } from './exemption.js';

/**
 * The marks of a cell in a data set, in words and in the shorthand of the Government Analysis Function ("Using symbols in
 * tables"). `hasValue` is true for a mark beside a number, and false for one in its place.
 */
export const MARKS = {
  'not available': { symbol: '[x]', hasValue: false },
  confidential: { symbol: '[c]', hasValue: false },
  exempt: { symbol: EXEMPT_SYMBOL, hasValue: false },
  'not applicable': { symbol: '[z]', hasValue: false },
  'rounds to zero': { symbol: '[low]', hasValue: false },
  unreliable: { symbol: '[u]', hasValue: true },
  provisional: { symbol: '[p]', hasValue: true },
  revised: { symbol: '[r]', hasValue: true },
  estimated: { symbol: '[e]', hasValue: true },
  forecast: { symbol: '[f]', hasValue: true },
  break: { symbol: '[b]', hasValue: true },
} as const;

/** The `reason` of a change that a data set cannot have, because a later figure is marked as a break. */
export const ACROSS_BREAK = 'not comparable (break in series)';

export type Mark = keyof typeof MARKS;

/** The words of each mark. */
export const MARK_NAMES = Object.keys(MARKS) as Mark[]; // Object.keys only promises strings

/** The meaning of each mark for the key under a table. */
export const MARK_MEANINGS: Record<Mark, string> = {
  'not available': 'not available',
  confidential: 'confidential',
  exempt: 'exempt from publication',
  'not applicable': 'not applicable',
  'rounds to zero': 'more than zero, but rounds to it',
  unreliable: 'unreliable',
  provisional: 'provisional',
  revised: 'revised',
  estimated: 'estimated',
  forecast: 'forecast',
  break: 'not comparable with earlier figures',
};

/** Finds a mark by its words or its symbol: "provisional", "[p]". Returns null for any other text. */
export function findMark(text: string): Mark | null {
  return MARKS_BY_TEXT.get(text.trim().toLowerCase()) ?? null;
}

const MARKS_BY_TEXT: ReadonlyMap<string, Mark> = new Map(
  MARK_NAMES.flatMap((name) => [[name, name] as const, [MARKS[name].symbol, name] as const]),
);
