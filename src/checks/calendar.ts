import { countDaysOfMonth, formatDate, MONTHS, WEEKDAYS } from '../format/dates.js';
import type { Problem } from '../model/problem.js';
import type { CheckableText } from './checkable-text.js';
import { findTyped } from './find-typed.js';
import type { Passage } from './list-passages.js';
import { reportProblem } from './report-problem.js';

const SHORT_WEEKDAY = '(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)';
const WEEKDAY = String.raw`(?<weekday>${WEEKDAYS.join('|')}|${SHORT_WEEKDAY}\b\.?)`;
const MONTH = `(?:${MONTHS.join('|')}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)`;
/** "Thursday 14 March 2024", "Thurs, 14th of March 2024", "31 April 2024". */
const DAY_FIRST = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?:${WEEKDAY},?\s+(?:the\s+)?)?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(?<month>${MONTH})\b\.?,?\s+(?<year>(?:19|20)\d{2})\b`,
  'gu',
);
/** "Thursday, March 14, 2024". */
const MONTH_FIRST = new RegExp(
  String.raw`(?<!\p{L})(?:${WEEKDAY},?\s+)?(?<month>${MONTH})\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>(?:19|20)\d{2})\b`,
  'gu',
);

/** Finds days of the week that do not fit their date, and days that no month has. Only dates with a year are certain. */
export function checkCalendar({ passages }: CheckableText): Problem[] {
  return passages.flatMap(findWrongDays);
}

function findWrongDays(passage: Passage): Problem[] {
  const whole = { text: passage.text, from: 0, passage };
  return [DAY_FIRST, MONTH_FIRST].flatMap((pattern) =>
    findTyped(whole, pattern).flatMap(({ match, place }): Problem[] => {
      const { weekday, day = '', month = '', year = '' } = match.groups ?? {};
      const wrong = explainDay(weekday, Number(day), month, Number(year));
      return wrong === null
        ? []
        : [
            reportProblem('date-fits-calendar', place, `"${match[0]}": ${wrong}`, {
              hint: 'Correct the day or the date.',
            }),
          ];
    }),
  );
}

/** Says why a day is wrong. Returns null if it is right. */
function explainDay(weekday: string | undefined, day: number, name: string, year: number): string | null {
  const month = MONTHS.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1;
  const days = countDaysOfMonth(year, month);
  if (day < 1 || day > days) return `${MONTHS[month - 1] ?? ''} ${year} has ${days} days`;
  const date = new Date(Date.UTC(year, month - 1, day));
  const right = WEEKDAYS[date.getUTCDay()] ?? '';
  if (weekday === undefined || right.startsWith(weekday.slice(0, 3))) return null;
  return `${formatDate(date.toISOString().slice(0, 10))} is a ${right}`;
}
