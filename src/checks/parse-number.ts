import { removeFloatNoise } from '../statistics/rounding.js';
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

/** The source of a pattern without groups: the words and letters for large sums, longest first. */
export const MAGNITUDE_SOURCE = '(?:thousand|million|billion|bn|k|m)';

const FACTORS: Record<string, number> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
};

/** Parses a sum of money in pounds: "£5.25", "£1,250k", "£1.2 million". */
export function parsePounds(text: string): number {
  const [, digits = '', word = ''] = /([\d,]+(?:\.\d+)?)\s*(\p{L}*)/u.exec(text) ?? [];
  return removeFloatNoise(Number(digits.replaceAll(',', '')) * (FACTORS[word.toLowerCase()] ?? 1));
}

/** Returns the value of the last place: 1 for 64, 0.1 for 64.5. */
export function getPrecision(text: string): number {
  return 10 ** -(/\.(\d+)/.exec(text)?.[1]?.length ?? 0);
}
