import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import { findQuarterData } from '../model/find-quarter-data.js';
import type { QuarterData } from '../model/quarter-data.js';
import { findMostPlaces } from '../model/find-most-places.js';
import { listYearToDate, quarterLabel, type Quarter } from '../model/quarter.js';
import { removeFloatNoise } from '../statistics/rounding.js';
import { findCountToDate } from './find-count-to-date.js';

/**
 * Finds the count within one quarter. Without a published count, it is the difference of two counts to date. Returns null if
 * it is not known. A negative difference is a revision and no count.
 */
export function findCountInQuarter(
  id: string,
  quarter: Quarter,
  history: readonly QuarterData[],
): Figure | null {
  const published = findQuarterData(history, quarter)?.inQuarter[id];
  if (published) return published;
  const last = listYearToDate(quarter).at(-2);
  const toDate = findCountToDate(id, quarter, history);
  if (last === undefined) return toDate;
  const before = findCountToDate(id, last, history);
  return toDate && before ? subtract(toDate, before, quarter) : null;
}

function subtract(toDate: Figure, before: Figure, quarter: Quarter): Figure | null {
  if (toDate.value === null || before.value === null || toDate.value < before.value) return null;
  return {
    ...toDate,
    id: `${toDate.id}.in-quarter`,
    value: removeFloatNoise(toDate.value - before.value),
    places: findMostPlaces([toDate, before]),
    period: quarterLabel(quarter),
    formula: `${formatValue(toDate)} − ${formatValue(before)}`,
    inputs: [toDate, before],
  };
}
