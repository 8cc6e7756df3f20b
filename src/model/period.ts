export const PERIOD_KINDS = ['month', 'quarter', 'half', 'year'] as const;

export type PeriodKind = (typeof PERIOD_KINDS)[number];

/**
 * The time that a paper reports on: a month, or a part or the whole of a year. Equal periods are the same object, so
 * that `===` compares them.
 */
export interface Period {
  /** The name of its folder: `2008-09-q3`, `2025-26-h1`, `2025-year`, `2025-m09`. */
  readonly id: string;
  readonly kind: PeriodKind;
  /** The first day, as YYYY-MM-DD. */
  readonly start: string;
  /** The last day, as YYYY-MM-DD. */
  readonly end: string;
  /** "2008/09 Q3", "September 2025" */
  readonly label: string;
  /** The month with which the project's years start, from 1 to 12. */
  readonly yearStarts: number;
}

/** The length of each kind in months, its letter in names of folders, and its word in sentences. */
const KINDS: Record<PeriodKind, { months: number; letter: string; noun: string }> = {
  month: { months: 1, letter: 'm', noun: 'month' },
  quarter: { months: 3, letter: 'q', noun: 'quarter' },
  half: { months: 6, letter: 'h', noun: 'half-year' },
  year: { months: 12, letter: 'year', noun: 'year' },
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The years of periods: those before and after them must have four digits too. */
const [FIRST_YEAR, LAST_YEAR] = [1000, 9900];

/**
 * Parses the name of a period in a project whose years start with a month. Returns null if it is invalid, as in
 * `2008-10-q1`, whose years do not follow each other, and in the other form of year: `2025-q3` where years start in April.
 */
export function parsePeriod(name: string, yearStarts: number): Period | null {
  const match = /^(\d{4})(?:-(\d{2}))?-(?:([mqh])(\d{1,2})|(year))$/.exec(name);
  if (!match) return null;
  const [, year = '', nextYear, letter = 'year', digits = '1'] = match;
  const kind = PERIOD_KINDS.find((known) => KINDS[known].letter === letter);
  if (kind === undefined || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  const period = makePeriod(kind, Number(year), Number(digits), yearStarts);
  const isWritten = nextYear === undefined || Number(nextYear) === (Number(year) + 1) % 100;
  return isWritten && period.id === name && Number(digits) >= 1 && Number(digits) <= 12 / KINDS[kind].months
    ? period
    : null;
}

/** Returns the period of a kind that contains a day. */
export function findPeriodOf(date: Date, kind: PeriodKind, yearStarts: number): Period {
  const month = date.getUTCMonth() + 1;
  if (kind === 'month') return makePeriod(kind, date.getUTCFullYear(), month, yearStarts);
  const year = month < yearStarts ? date.getUTCFullYear() - 1 : date.getUTCFullYear();
  return makePeriod(
    kind,
    year,
    Math.floor(((month - yearStarts + 12) % 12) / KINDS[kind].months) + 1,
    yearStarts,
  );
}

/** Compares two periods by their ends. Of two with the same end, the shorter comes first. */
export function comparePeriods(a: Period, b: Period): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  if (a.start === b.start) return 0;
  return a.start > b.start ? -1 : 1;
}

/** Returns the period of the same kind `count` periods later. A negative count gives an earlier one. */
export function shiftPeriod(period: Period, count: number): Period {
  return shiftMonths(period, count * KINDS[period.kind].months, period.kind);
}

/** Returns the word for a kind of period in a sentence: "quarter", "half-year". */
export function periodNoun({ kind }: Pick<Period, 'kind'>): string {
  return KINDS[kind].noun;
}

/** Counts the periods of its kind in a year: 4 for a quarter. */
export function countPerYear({ kind }: Period): number {
  return 12 / KINDS[kind].months;
}

/** Returns the windows of a rolling twelve months: the periods of the same kind that end with `end`, oldest first. */
export function rollingWindow(end: Period): Period[] {
  const count = countPerYear(end);
  return Array.from({ length: count }, (_, index) => shiftPeriod(end, index - count + 1));
}

/** Lists the periods of the same kind in the year up to this one, oldest first. */
export function listYearToDate(period: Period): Period[] {
  return rollingWindow(period).filter((earlier) => findYear(earlier) === findYear(period));
}

/** Returns the first and the last day of a period, as UTC midnights. */
export function periodDates({ start, end }: Period): { start: Date; end: Date } {
  return { start: new Date(`${start}T00:00:00Z`), end: new Date(`${end}T00:00:00Z`) };
}

/** Returns the months of a period: "2008-10", "2008-11", "2008-12". */
export function monthsOf({ kind, start }: Period): string[] {
  const first = indexMonth(start);
  return Array.from({ length: KINDS[kind].months }, (_, after) => formatMonthIndex(first + after));
}

/** Counts the days of a period: 92 for October to December. */
export function daysOfPeriod({ start, end }: Period): number {
  return countDays(start, end);
}

/** Counts the days from the start of the year to the end of a period: 366 for the last quarter of a leap year. */
export function daysOfYearTo(period: Period): number {
  return countDays(findYear(period).start, period.end);
}

/** Returns the year that contains a period. */
export function findYear({ start, yearStarts }: Period): Period {
  return findPeriodOf(new Date(`${start}T00:00:00Z`), 'year', yearStarts);
}

/** Formats the year of a period: "2008/09", or "2025" where years start in January. */
export function yearLabel(period: Period): string {
  return findYear(period).label;
}

/** Names the year of a period for figures.csv: "financial year 2008/09", or "year 2025". */
export function nameYear(period: Period): string {
  return `${period.yearStarts === 1 ? 'year' : 'financial year'} ${yearLabel(period)}`;
}

/** Names the year so far for figures.csv: "financial year to the end of 2008/09 Q3". */
export function nameYearToDate(period: Period): string {
  return `${period.yearStarts === 1 ? 'year' : 'financial year'} to the end of ${period.label}`;
}

/** Returns the last period of the same kind in the year before. Its rolling twelve months are that year. */
export function previousYearEnd(period: Period): Period {
  return findPeriodOf(periodDates(shiftPeriod(findYear(period), -1)).end, period.kind, period.yearStarts);
}

/** Returns true if a period ends its year. */
export function isYearEnd(period: Period): boolean {
  return period.end === findYear(period).end;
}

/**
 * Formats the twelve months that end with a period: "2007/08" for a year of the project, otherwise "2008/09 Q3". Twelve months that
 * end with a month are named after it, so that a series of them has names of one kind.
 */
export function windowLabel(period: Period): string {
  return isYearEnd(period) && period.kind !== 'month' ? yearLabel(period) : period.label;
}

function shiftMonths({ start, yearStarts }: Period, months: number, kind: PeriodKind): Period {
  const first = formatMonthIndex(indexMonth(start) + months);
  return findPeriodOf(new Date(`${first}-01T00:00:00Z`), kind, yearStarts);
}

const known = new Map<string, Period>();

/** Makes a period, or returns the one made before. `number` counts the periods of its kind in the year, or is the month. */
function makePeriod(kind: PeriodKind, year: number, number: number, yearStarts: number): Period {
  const key = `${kind} ${year} ${number} ${yearStarts}`;
  const made = known.get(key);
  if (made) return made;
  const { months } = KINDS[kind];
  const first =
    kind === 'month' ? year * 12 + number - 1 : year * 12 + yearStarts - 1 + (number - 1) * months;
  const end = new Date(`${formatMonthIndex(first + months)}-01T00:00:00Z`);
  end.setUTCDate(0);
  const period = Object.freeze({
    ...namePeriod(kind, year, number, yearStarts),
    kind,
    start: `${formatMonthIndex(first)}-01`,
    end: end.toISOString().slice(0, 10),
    yearStarts,
  });
  known.set(key, period);
  return period;
}

function namePeriod(kind: PeriodKind, year: number, number: number, yearStarts: number) {
  const years = yearStarts === 1 ? [year] : [year, String((year + 1) % 100).padStart(2, '0')];
  const [folder, label] = [years.join('-'), years.join('/')];
  switch (kind) {
    case 'month':
      return {
        id: `${year}-m${String(number).padStart(2, '0')}`,
        label: `${MONTHS[number - 1] ?? ''} ${year}`,
      };
    case 'quarter':
      return { id: `${folder}-q${number}`, label: `${label} Q${number}` };
    case 'half':
      return { id: `${folder}-h${number}`, label: `${label} H${number}` };
    case 'year':
      return { id: `${folder}-year`, label };
    default:
      return kind satisfies never;
  }
}

/** Counts the months from year 0 to a day or a month such as "2008-10". */
function indexMonth(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

function formatMonthIndex(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function countDays(start: string, end: string): number {
  return (Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / 86_400_000 + 1;
}
