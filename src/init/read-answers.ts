import { isDate } from '../format/dates.js';
import { LAW_IDS, type LawId } from '../laws/law.js';
import { suggestForm } from '../model/period-forms.js';
import { parsePeriod, PERIOD_KINDS, type Period, type PeriodKind } from '../model/period.js';
import { MONTH_NAMES, USUAL_YEAR_STARTS } from '../model/year-starts.js';

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

const EXAMPLE =
  'Write a period, such as 2025-m09 (September 2025), 2025-26-q2 (July to September 2025), 2025-26-h1 or 2025-26-year.';
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const JANUARY = 1;

/**
 * Reads a period as people write it: "2025-26-q2", "2025/26 Q2", "Q2 2025/26", "September 2025". Without the month with which years
 * start, the form decides: "2025-q2" is of a calendar year.
 */
export function readPeriodAnswer(text: string, yearStarts?: number): Answer<Period> {
  const name = normalisePeriod(text);
  const isCalendar = /^\d{4}-(?:[qh]\d|year)$/.test(name);
  const starts = yearStarts ?? (isCalendar ? JANUARY : USUAL_YEAR_STARTS);
  const year = Number(/^\d{4}(?=-)/.exec(name)?.[0] ?? FIRST_YEAR);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return { refused: `Write a year from ${FIRST_YEAR} to ${LAST_YEAR}. ${EXAMPLE}` };
  const value = parsePeriod(name, starts);
  if (value) return { value };
  const meant = suggestForm(name, starts);
  return { refused: meant === undefined ? EXAMPLE : `${meant} ${EXAMPLE}` };
}

/** Converts the usual ways to write a period to the name of its folder. */
function normalisePeriod(text: string): string {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/[/,\s-]+/g, '-');
  const [, month = '', monthYear = ''] = /^([a-z]+)-(\d{4})$/.exec(typed) ?? [];
  const number = MONTH_NAMES.findIndex((name) => name === month) + 1;
  if (number > 0) return `${monthYear}-m${String(number).padStart(2, '0')}`;
  return typed
    .replace(/^([qh]\d)-(.*)$/, '$2-$1')
    .replace(/^(\d{4})-\d{2}(\d{2})(?=-|$)/, '$1-$2')
    .replace(/(\d)([qhm])(?=\d)/, '$1-$2');
}

/** Reads how often the committee gets the paper. */
export function readEvery(text: string): Answer<PeriodKind> {
  const value = PERIOD_KINDS.find((kind) => kind === text.trim().toLowerCase());
  return value ? { value } : { refused: `Write one of ${PERIOD_KINDS.join(', ')}.` };
}

/** Reads the month with which years start, as its name: "April". Returns its number. */
export function readYearStarts(text: string): Answer<number> {
  const typed = text.trim().toLowerCase();
  const found = MONTH_NAMES.findIndex((name) => name === typed);
  return found < 0 ? { refused: 'Write the name of a month, such as April.' } : { value: found + 1 };
}

/** Reads the day of a meeting. */
export function readMeeting(text: string): Answer<string> {
  const value = text.trim();
  return isDate(value)
    ? { value }
    : { refused: 'Write a day that exists, as YYYY-MM-DD, such as 2025-12-04.' };
}

/** Reads the law on access to meetings, as its name in `organisation.yaml`. */
export function readLaw(text: string): Answer<LawId> {
  const value = LAW_IDS.find((id) => id === text.trim().toLowerCase());
  return value ? { value } : { refused: `Write one of ${LAW_IDS.join(', ')}.` };
}
