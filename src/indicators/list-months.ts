import { formatMonth } from '../format.js';
import type { Figure } from '../model/figure.js';
import type { MeasureFields } from '../model/measure.js';
import type { QuarterData } from '../model/quarter-data.js';
import { missingFigure } from './missing-figure.js';

interface MonthlyCount {
  /** "2008-04" */
  month: string;
  figure: Figure;
}

/** Lists every month from the first on file to the last. A month that is not on file has no value: it breaks every run. */
export function listMonths(measure: MeasureFields, history: readonly QuarterData[]): MonthlyCount[] {
  const months = history.flatMap((data) => data.months[measure.id] ?? []);
  const known = new Map(months.map((count) => [count.month, count]));
  const names = [...known.keys()].sort();
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  return monthsBetween(first, last).map((month) => known.get(month) ?? missingMonth(measure, month));
}

function missingMonth(measure: MeasureFields, month: string): MonthlyCount {
  const period = formatMonth(month);
  return { month, figure: { ...missingFigure(measure, `no count on file for ${period}`), period } };
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
