import { MONTHS } from './dates.js';
import { formatNumber } from './numbers.js';

/** Formats an ordinal: "first" to "tenth", then "11th", "12th" … */
export function formatOrdinal(value: number): string {
  const word = ORDINALS[value];
  if (word !== undefined) return word;
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

const ORDINALS = [
  undefined,
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** The words for 1 to 19. */
export const NUMBER_WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;

const LARGEST_IN_WORDS = 12;

/** Formats a count for a sentence: in words up to twelve, in digits above. */
export function formatNumberInWords(value: number): string {
  if (value === 0) return 'no';
  return (value <= LARGEST_IN_WORDS && NUMBER_WORDS[value - 1]) || formatNumber(value);
}

/** Formats a count with its noun: "1 error", "0 errors", "3 entries". */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** Makes the first letter a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label that starts with a month and its year or day: "December 2024", "May 2025, to date". */
const STARTS_WITH_MONTH = new RegExp(`^(?:${MONTHS.join('|')})(?: \\d|$)`);

/** Makes the first letter lower case, for a label within a sentence. An acronym and a month keep their capitals. */
export function uncapitalise(text: string): string {
  if (/^\p{Lu}{2}/u.test(text) || STARTS_WITH_MONTH.test(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Turns a name of data into words: `delay-in-reply` is "Delay in reply". */
export function humanise(name: string): string {
  return capitalise(name.replaceAll('-', ' '));
}

/** Formats the code of a character, as Unicode charts print it: "U+00AD". */
export function formatCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Joins the first names and counts the others: "a, b and 3 more". */
export function joinFirstNames(names: readonly string[], most: number): string {
  const first = names.slice(0, most).join(', ');
  return names.length > most ? `${first} and ${names.length - most} more` : first;
}

/** Joins names: "a, b and c". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}
