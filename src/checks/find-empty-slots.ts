import { findFigure } from '../model/find-figure.js';
import { findPeriodData } from '../model/find-period-data.js';
import type { Measure } from '../model/measure.js';
import { listYearToDate, monthsOf, type Period } from '../model/period.js';
import type { Window } from '../model/window.js';
import type { CheckablePaper } from './checkable-paper.js';

/** The place of a figure in the data: a file, a key at its top, and a name under that key. */
export interface Slot {
  file: string;
  section: string;
  key: string;
  /** The key under which `{ value: null, reason: … }` can state that there is no figure. Null: it cannot be stated. */
  reasonUnder: string | null;
}

/** Finds the empty places from which a measure's figure for a period would come. */
export function findEmptySlots(
  measure: Measure,
  period: Period,
  paper: Pick<CheckablePaper, 'inputs' | 'indicators'>,
): Slot[] {
  const { id } = measure;
  if (hasValue(id, period, paper)) return [];
  const data = findPeriodData(paper.inputs.history, period);
  const slot = (name: string, section: string, key: string, reasonUnder: string | null = null): Slot => ({
    file: `data/${period.id}/${name}.yaml`,
    section,
    key,
    reasonUnder,
  });
  switch (measure.kind) {
    case 'survey':
      if (data?.published[id] ?? data?.waves[id]) return [];
      return paper.inputs.history.some(({ waves }) => waves[id])
        ? [slot('survey', 'waves', id, 'published')]
        : [slot('survey', 'published', id, 'published')];
    case 'group-gap':
      if (data?.gaps[id]) return [];
      if (paper.inputs.history.some(({ gaps }) => gaps[id])) return [slot('survey', 'gaps', id, 'gaps')];
      return Object.values(measure.groups)
        .filter((group) => !data?.groups[id]?.[group])
        .map((group) => slot('survey', 'groups', `${id}.${group}`));
    case 'count-to-date':
      return findEmptyCounts(id, period, paper);
    case 'count':
      if (measure.window === 'as-at') return data?.asAt[id] ? [] : [slot('activity', 'as-at', id, 'as-at')];
      return data?.inPeriod[id] ? [] : [slot('activity', 'in-period', id, 'in-period')];
    case 'rate':
      return [
        ...findEmptyCounts(measure.numerator, period, paper, measure.window),
        ...(data?.populations[measure.population.name]
          ? []
          : [slot('activity', 'populations', measure.population.name, 'populations')]),
      ];
    case 'ratio-of-counts':
      return [
        ...findEmptyCounts(measure.numerator, period, paper, measure.window),
        ...findEmptyCounts(measure.denominator, period, paper, measure.window),
      ];
    case 'control-chart':
      if (measure.data) return [];
      return hasMonthOf(id, period, paper)
        ? []
        : [slot('activity', period.kind === 'month' ? 'in-period' : 'months', id)];
    case 'area-ranking':
      return data?.areas[id] ? [] : [slot('areas', 'rankings', id)];
    case 'shares':
      return data?.shares[id] ? [] : [slot('shares', 'shares', id)];
    default:
      return measure satisfies never;
  }
}

/** Returns true if the figure of a period is known, wherever it comes from: a quarter can be the sum of its months. */
function hasValue(id: string, period: Period, { indicators }: Pick<CheckablePaper, 'indicators'>): boolean {
  const figure = indicators.measures[id] && findFigure(indicators.measures[id], period);
  return figure !== undefined && figure.value !== null;
}

/** Returns true if any month of a period is on file: in the period's own folder, or in that of the month. */
function hasMonthOf(
  id: string,
  period: Period,
  { inputs: { history } }: Pick<CheckablePaper, 'inputs'>,
): boolean {
  if (findPeriodData(history, period)?.months[id]) return true;
  const within = monthsOf(period);
  return history.some(({ months }) => months[id]?.some(({ month }) => within.includes(month)));
}

/** Finds the empty places of a count: one total or one count for each period of the year, or one count for another window. */
function findEmptyCounts(
  id: string,
  period: Period,
  { inputs: { history } }: Pick<CheckablePaper, 'inputs'>,
  window: Window = 'year-to-date',
): Slot[] {
  const isToDate = window === 'year-to-date';
  if (isToDate && findPeriodData(history, period)?.toDate[id]) return [];
  const slot = (slotPeriod: Period, section: string): Slot => ({
    file: `data/${slotPeriod.id}/activity.yaml`,
    section,
    key: id,
    reasonUnder: section,
  });
  if (isToDate && !history.some(({ inPeriod }) => inPeriod[id])) return [slot(period, 'to-date')];
  return (isToDate ? listYearToDate(period) : [period])
    .filter((earlier) => !findPeriodData(history, earlier)?.inPeriod[id])
    .map((earlier) => slot(earlier, 'in-period'));
}
