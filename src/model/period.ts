/**
 * A quarter of a financial year (1 April to 31 March), written like the name of its folder. `2008-09-q3` is
 * October to December 2008.
 */
export type Period = string & { readonly __brand: 'Quarter' };

const PATTERN = /^(\d{4})-(\d{2})-q([1-4])$/;

/** Parses the name of a quarter. Returns null if it is invalid, as in `2008-10-q1`, whose years are not consecutive. */
export function parsePeriod(name: string): Period | null {
  const match = PATTERN.exec(name);
  if (!match) return null;
  const [, first, second] = match;
  // Only a cast makes a branded string. The pattern and the years have been checked.
  return (Number(first) + 1) % 100 === Number(second) ? (name as Period) : null;
}

/** Returns the quarter that contains a day. */
export function periodOf(date: Date): Period {
  const month = date.getUTCMonth();
  const year = month < 3 ? date.getUTCFullYear() - 1 : date.getUTCFullYear();
  return makePeriod(year, Math.floor(((month + 9) % 12) / 3) + 1);
}

/** Returns the quarter `count` quarters later. A negative count gives an earlier quarter. */
export function shiftPeriod(period: Period, count: number): Period {
  const { year, number } = splitPeriod(period);
  const index = year * 4 + (number - 1) + count;
  return makePeriod(Math.floor(index / 4), (index % 4) + 1);
}

/** Returns the window of a rolling twelve months: the four quarters that end with `end`, oldest first. */
export function rollingWindow(end: Period): Period[] {
  return [-3, -2, -1, 0].map((offset) => shiftPeriod(end, offset));
}

/** Lists the quarters of the financial year up to this one, oldest first. */
export function listYearToDate(period: Period): Period[] {
  const { year, number } = splitPeriod(period);
  return [1, 2, 3, 4].slice(0, number).map((earlier) => makePeriod(year, earlier));
}

/** Returns the first and the last day of a quarter, as UTC midnights. */
export function periodDates(period: Period): { start: Date; end: Date } {
  const { year, number } = splitPeriod(period);
  const firstMonth = 3 + (number - 1) * 3;
  return {
    start: new Date(Date.UTC(year, firstMonth, 1)),
    end: new Date(Date.UTC(year, firstMonth + 3, 0)),
  };
}

/** Returns the three months of a quarter: "2008-10", "2008-11", "2008-12". */
export function monthsOf(period: Period): string[] {
  const { start } = periodDates(period);
  return [0, 1, 2].map((after) =>
    new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + after, 1)).toISOString().slice(0, 7),
  );
}

/** Counts the days of a quarter: 92 for Q3. */
export function daysOfPeriod(period: Period): number {
  const { start, end } = periodDates(period);
  return (end.getTime() - start.getTime()) / 86_400_000 + 1;
}

/** Counts the days from 1 April to the end of a quarter: 275 for Q3, 366 for Q4 of a leap year. */
export function daysOfYearTo(period: Period): number {
  const first = periodDates(makePeriod(splitPeriod(period).year, 1)).start;
  return (periodDates(period).end.getTime() - first.getTime()) / 86_400_000 + 1;
}

/** Formats a quarter: "2008/09 Q3". */
export function periodLabel(period: Period): string {
  const { number } = splitPeriod(period);
  return `${financialYearLabel(period)} Q${number}`;
}

/** Formats the financial year of a quarter: "2008/09". */
export function financialYearLabel(period: Period): string {
  return period.slice(0, 7).replace('-', '/');
}

/** Returns the last quarter of the financial year before. Its rolling twelve months are that financial year. */
export function previousYearEnd(period: Period): Period {
  return makePeriod(splitPeriod(period).year - 1, 4);
}

/** Tells whether a quarter ends its financial year. */
export function isYearEnd(period: Period): boolean {
  return splitPeriod(period).number === 4;
}

/** Formats the twelve months that end with a quarter: "2007/08" for a financial year, otherwise "2008/09 Q3". */
export function windowLabel(period: Period): string {
  return isYearEnd(period) ? financialYearLabel(period) : periodLabel(period);
}

function splitPeriod(period: Period): { year: number; number: number } {
  return { year: Number(period.slice(0, 4)), number: Number(period.slice(-1)) };
}

function makePeriod(year: number, number: number): Period {
  // A year and a number from 1 to 4 always make a valid name.
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}-q${number}` as Period;
}
