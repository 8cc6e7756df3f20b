/**
 * A quarter of a financial year (1 April to 31 March), written like the name of its folder. `2008-09-q3` is
 * October to December 2008.
 */
export type Quarter = string & { readonly __brand: 'Quarter' };

const PATTERN = /^(\d{4})-(\d{2})-q([1-4])$/;

/** Parses the name of a quarter. Returns null if it is invalid, as in `2008-10-q1`, whose years are not consecutive. */
export function parseQuarter(name: string): Quarter | null {
  const match = PATTERN.exec(name);
  if (!match) return null;
  const [, first, second] = match;
  // Only a cast makes a branded string. The pattern and the years have been checked.
  return (Number(first) + 1) % 100 === Number(second) ? (name as Quarter) : null;
}

/** Returns the quarter that contains a day. */
export function quarterOf(date: Date): Quarter {
  const month = date.getUTCMonth();
  const year = month < 3 ? date.getUTCFullYear() - 1 : date.getUTCFullYear();
  return makeQuarter(year, Math.floor(((month + 9) % 12) / 3) + 1);
}

/** Returns the quarter `count` quarters later. A negative count gives an earlier quarter. */
export function shiftQuarter(quarter: Quarter, count: number): Quarter {
  const { year, number } = splitQuarter(quarter);
  const index = year * 4 + (number - 1) + count;
  return makeQuarter(Math.floor(index / 4), (index % 4) + 1);
}

/** Returns the window of a rolling twelve months: the four quarters that end with `end`, oldest first. */
export function rollingWindow(end: Quarter): Quarter[] {
  return [-3, -2, -1, 0].map((offset) => shiftQuarter(end, offset));
}

/** Lists the quarters of the financial year up to this one, oldest first. */
export function listYearToDate(quarter: Quarter): Quarter[] {
  const { year, number } = splitQuarter(quarter);
  return [1, 2, 3, 4].slice(0, number).map((earlier) => makeQuarter(year, earlier));
}

/** Returns the first and the last day of a quarter, as UTC midnights. */
export function quarterDates(quarter: Quarter): { start: Date; end: Date } {
  const { year, number } = splitQuarter(quarter);
  const firstMonth = 3 + (number - 1) * 3;
  return {
    start: new Date(Date.UTC(year, firstMonth, 1)),
    end: new Date(Date.UTC(year, firstMonth + 3, 0)),
  };
}

/** Returns the three months of a quarter: "2008-10", "2008-11", "2008-12". */
export function monthsOf(quarter: Quarter): string[] {
  const { start } = quarterDates(quarter);
  return [0, 1, 2].map((after) =>
    new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + after, 1)).toISOString().slice(0, 7),
  );
}

/** Counts the days of a quarter: 92 for Q3. */
export function daysOfQuarter(quarter: Quarter): number {
  const { start, end } = quarterDates(quarter);
  return (end.getTime() - start.getTime()) / 86_400_000 + 1;
}

/** Counts the days from 1 April to the end of a quarter: 275 for Q3, 366 for Q4 of a leap year. */
export function daysOfYearTo(quarter: Quarter): number {
  const first = quarterDates(makeQuarter(splitQuarter(quarter).year, 1)).start;
  return (quarterDates(quarter).end.getTime() - first.getTime()) / 86_400_000 + 1;
}

/** Formats a quarter: "2008/09 Q3". */
export function quarterLabel(quarter: Quarter): string {
  const { number } = splitQuarter(quarter);
  return `${financialYearLabel(quarter)} Q${number}`;
}

/** Formats the financial year of a quarter: "2008/09". */
export function financialYearLabel(quarter: Quarter): string {
  return quarter.slice(0, 7).replace('-', '/');
}

/** Returns the last quarter of the financial year before. Its rolling twelve months are that financial year. */
export function previousYearEnd(quarter: Quarter): Quarter {
  return makeQuarter(splitQuarter(quarter).year - 1, 4);
}

/** Tells whether a quarter ends its financial year. */
export function isYearEnd(quarter: Quarter): boolean {
  return splitQuarter(quarter).number === 4;
}

/** Formats the twelve months that end with a quarter: "2007/08" for a financial year, otherwise "2008/09 Q3". */
export function windowLabel(quarter: Quarter): string {
  return isYearEnd(quarter) ? financialYearLabel(quarter) : quarterLabel(quarter);
}

function splitQuarter(quarter: Quarter): { year: number; number: number } {
  return { year: Number(quarter.slice(0, 4)), number: Number(quarter.slice(-1)) };
}

function makeQuarter(year: number, number: number): Quarter {
  // A year and a number from 1 to 4 always make a valid name.
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}-q${number}` as Quarter;
}
