import { formatIsoDate } from '../format/dates.js';
import { comparePeriods, findPeriodOf, periodDates, shiftPeriod, type Period } from '../model/period.js';
import { USUAL_YEAR_STARTS } from '../model/year-starts.js';

const DAY = 86_400_000;
const THURSDAY = 4;
/** The weeks from the end of a quarter to the meeting, in which its figures are gathered. */
const WEEKS_AFTER_QUARTER = 7;
/** The weeks from today to the meeting, in which the paper is written. */
const WEEKS_TO_WRITE = 3;

/** Suggests the quarter of a first paper: the last one that is over. */
export function suggestPeriod(today: Date): Period {
  return shiftPeriod(findPeriodOf(today, 'quarter', USUAL_YEAR_STARTS), -1);
}

/** Suggests the day of the meeting: a Thursday after the quarter, and not in the past if the quarter is a recent one. */
export function suggestMeeting(period: Period, today: Date): string {
  const usual = periodDates(period).end.getTime() + WEEKS_AFTER_QUARTER * 7 * DAY;
  const isRecent = comparePeriods(period, suggestPeriod(today)) >= 0;
  const soonest = isRecent ? today.getTime() + WEEKS_TO_WRITE * 7 * DAY : usual;
  return formatIsoDate(findThursday(new Date(Math.max(usual, soonest))));
}

/** Finds the first Thursday from a day on, outside the weeks of Christmas and New Year. */
function findThursday(from: Date): Date {
  const day = new Date(from.getTime() + ((THURSDAY - from.getUTCDay() + 7) % 7) * DAY);
  return isHoliday(day) ? findThursday(new Date(day.getTime() + DAY)) : day;
}

function isHoliday(date: Date): boolean {
  const day = formatIsoDate(date).slice(5);
  return day >= '12-20' || day <= '01-06';
}
