import { isDate } from '../format/dates.js';
import { parsePeriod, type Period } from '../model/period.js';
import { USUAL_YEAR_STARTS } from '../model/year-starts.js';

/** A value, or the reason why the text is none. */
export type Answer<T> = { value: T; refused?: undefined } | { refused: string };

const LONGEST_NAME = 200;
/** Characters that are never drawn, or drawn as nothing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u;

/** Reads a name or a title. Refuses characters that the paper's typeface does not have. */
export function readName(text: string, isPrintable: (character: string) => boolean): Answer<string> {
  const value = text.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(value);
  const unprintable = characters.find((character) => INVISIBLE.test(character) || !isPrintable(character));
  if (value === '') return { refused: 'Write a name.' };
  if (value.includes('{{')) return { refused: 'Write it without {{, which inserts figures in a paper.' };
  if (unprintable !== undefined)
    return {
      refused: `The typeface of the paper cannot print "${unprintable}". Use letters and usual signs.`,
    };
  if (characters.length > LONGEST_NAME)
    return { refused: `Write at most ${LONGEST_NAME} characters. There are ${characters.length}.` };
  return { value };
}

const EXAMPLE = 'Write a quarter of a financial year, such as 2025-26-q2 (July to September 2025).';
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** Reads a quarter as people write it: "2025-26-q2", "2025/26 Q2" or "Q2 2025/26". */
export function readPeriod(text: string): Answer<Period> {
  const match =
    /^(?<first>\d{4})[-/](?<second>\d{2,4})[-/, ]*q(?<number>[1-4])$/iu.exec(text.trim()) ??
    /^q(?<number>[1-4])[-/, ]*(?<first>\d{4})[-/](?<second>\d{2,4})$/iu.exec(text.trim());
  const { first = '', second = '', number = '' } = match?.groups ?? {};
  const year = Number(first);
  if (!match || second.length === 3) return { refused: EXAMPLE };
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return { refused: `Write a year from ${FIRST_YEAR} to ${LAST_YEAR}. ${EXAMPLE}` };
  const value = parsePeriod(`${first}-${second.slice(-2)}-q${number}`, USUAL_YEAR_STARTS);
  const following = String((year + 1) % 100).padStart(2, '0');
  return value
    ? { value }
    : { refused: `Write two years that follow each other: ${first}-${following}-q${number}.` };
}

/** Reads the day of a meeting. */
export function readMeeting(text: string): Answer<string> {
  const value = text.trim();
  return isDate(value)
    ? { value }
    : { refused: 'Write a day that exists, as YYYY-MM-DD, such as 2025-12-04.' };
}
