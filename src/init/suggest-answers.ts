import { formatIsoDate } from '../format/dates.js';
import {
  comparePeriods,
  findPeriodOf,
  periodDates,
  shiftPeriod,
  type Period,
  type PeriodKind,
} from '../model/period.js';
import { USUAL_YEAR_STARTS } from '../model/year-starts.js';

const DAY = 86_400_000;
const THURSDAY = 4;
/** The weeks from the end of a period to the meeting, in which its figures are gathered. */
const WEEKS_AFTER: Record<PeriodKind, number> = { month: 4, quarter: 7, half: 7, year: 10 };
/** The weeks from today to the meeting, in which the paper is written. */
const WEEKS_TO_WRITE = 3;

/** Suggests the period of a first paper: the last one that is over. */
export function suggestPeriod(
  today: Date,
  kind: PeriodKind = 'quarter',
  yearStarts = USUAL_YEAR_STARTS,
): Period {
  return shiftPeriod(findPeriodOf(today, kind, yearStarts), -1);
}

/** Suggests the day of the meeting: a Thursday after the period, and not in the past if the period is a recent one. */
export function suggestMeeting(period: Period, today: Date): string {
  const usual = periodDates(period).end.getTime() + WEEKS_AFTER[period.kind] * 7 * DAY;
  const isRecent = comparePeriods(period, suggestPeriod(today, period.kind, period.yearStarts)) >= 0;
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
