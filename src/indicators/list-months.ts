import { formatMonth } from '../format/dates.js';
import type { Figure } from '../model/figure.js';
import type { MeasureFields } from '../model/measure.js';
import { nameValue } from '../model/name-value.js';
import { getNextMonth } from '../model/next-month.js';
import type { PeriodData } from '../model/period-data.js';
import { unifyPlaces } from '../model/unify-places.js';
import { makeMissingFigure } from './make-missing-figure.js';

export interface MonthlyFigure {
  /** "2008-04" */
  month: string;
  figure: Figure;
}

/**
 * Lists every month from the first on file to the last, with the decimal places of the month that has most. A month that is not on
 * file has no value: it breaks every run.
 */
export function listMonths(measure: MeasureFields, history: readonly PeriodData[]): MonthlyFigure[] {
  const months = history.flatMap((data) => data.months[measure.id] ?? []);
  const known = new Map(months.map((month) => [month.month, month]));
  const names = [...known.keys()].sort();
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  return alignMonths(
    listMonthsBetween(first, last).map((month) => known.get(month) ?? makeMissingMonth(measure, month)),
  );
}

function alignMonths(months: readonly MonthlyFigure[]): MonthlyFigure[] {
  const figures = unifyPlaces(months.map(({ figure }) => figure));
  return months.map((month, index) => ({ ...month, figure: figures[index] ?? month.figure }));
}

function makeMissingMonth(measure: MeasureFields, month: string): MonthlyFigure {
  const figure = makeMissingFigure(measure, `no ${nameValue(measure.unit)} on file`);
  return { month, figure: { ...figure, period: formatMonth(month) } };
}

function listMonthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = getNextMonth(month)) months.push(month);
  return months;
}
