import type { DayWindow } from './day-window.js';
import { monthsOf, rollingWindow, type Period } from './period.js';

/** The months that a survey figure covers, from the first to the last: "2008-10" to "2008-12". */
export interface MonthSpan {
  first: string;
  last: string;
}

/** Returns the months of one quarter. */
export function periodSpan(period: Period): MonthSpan {
  return spanMonths(monthsOf(period));
}

/** Returns the twelve months that end with a quarter. */
export function rollingSpan(period: Period): MonthSpan {
  return spanMonths(rollingWindow(period).flatMap(monthsOf));
}

export function countMonths({ first, last }: MonthSpan): number {
  return indexMonth(last) - indexMonth(first) + 1;
}

/** Counts the months that are in both spans. */
export function countSharedMonths(a: MonthSpan, b: MonthSpan): number {
  const first = a.first > b.first ? a.first : b.first;
  const last = a.last < b.last ? a.last : b.last;
  return Math.max(0, countMonths({ first, last }));
}

/** Counts the days of a span: 365 or 366 for twelve months. */
export function countDaysOfSpan({ first, last }: MonthSpan): number {
  const end = Date.parse(`${formatIndex(indexMonth(last) + 1)}-01T00:00:00Z`);
  return (end - Date.parse(`${first}-01T00:00:00Z`)) / 86_400_000;
}

/** Returns the months from one day to another. Null if they are not whole months. */
export function findWholeMonths({ from, to }: DayWindow): MonthSpan | null {
  const span = { first: from.slice(0, 7), last: to.slice(0, 7) };
  const isWhole =
    from.endsWith('-01') && to <= `${span.last}-31` && countDays({ from, to }) === countDaysOfSpan(span);
  return isWhole ? span : null;
}

/** Counts the days from one day to another, both included. */
export function countDays({ from, to }: DayWindow): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
}

/** Returns the months that only one of two spans has, if they overlap. The earlier one starts and ends first. */
export function removeSharedMonths(earlier: MonthSpan, later: MonthSpan): [MonthSpan, MonthSpan] {
  return [
    { first: earlier.first, last: formatIndex(indexMonth(later.first) - 1) },
    { first: formatIndex(indexMonth(earlier.last) + 1), last: later.last },
  ];
}

export function isSameSpan(a: MonthSpan, b: MonthSpan): boolean {
  return a.first === b.first && a.last === b.last;
}

/** Returns the span of `count` months that ends with a month. */
export function spanEndingWith(last: string, count: number): MonthSpan {
  return { first: formatIndex(indexMonth(last) - count + 1), last };
}

function spanMonths(months: readonly string[]): MonthSpan {
  return { first: months[0] ?? '', last: months.at(-1) ?? '' };
}

function indexMonth(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function formatIndex(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
