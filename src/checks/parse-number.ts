import { NUMBER_WORDS } from '../format/words.js';

const UNITS = ['nought', ...NUMBER_WORDS];
export const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** The source of a pattern without groups: a number in digits, or in words up to ninety-nine. */
export const NUMBER_SOURCE = String.raw`(?:\d+(?:,\d{3})*(?:\.\d+)?|(?:${TENS.join('|')})(?:-(?:${UNITS.slice(1, 10).join('|')}))?|(?:${[...UNITS].reverse().join('|')}))`;

/** Parses a number that fits the pattern. */
export function parseNumber(text: string): number {
  const word = text.toLowerCase();
  if (/^\d/.test(word)) return Number(word.replaceAll(',', ''));
  const [first = '', last] = word.split('-');
  const unit = (name: string): number => Math.max(0, UNITS.indexOf(name));
  const tens = TENS.indexOf(first);
  return tens < 0 ? unit(first) : (tens + 2) * 10 + (last === undefined ? 0 : unit(last));
}

/** Returns the value of the last place: 1 for 64, 0.1 for 64.5. */
export function getPrecision(text: string): number {
  return 10 ** -(/\.(\d+)/.exec(text)?.[1]?.length ?? 0);
}
