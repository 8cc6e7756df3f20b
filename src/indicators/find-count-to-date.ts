import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import { findMostPlaces } from '../model/find-most-places.js';
import type { QuarterData } from '../model/quarter-data.js';
import { listYearToDate, quarterLabel, type Quarter } from '../model/quarter.js';
import { sum } from '../statistics/sum.js';
import { findQuarterData } from '../model/find-quarter-data.js';

/**
 * Finds the count from 1 April to the end of a quarter. Without a published count, it is the sum of the quarters.
 * Returns null if neither is on file.
 */
export function findCountToDate(
  id: string,
  quarter: Quarter,
  history: readonly QuarterData[],
): Figure | null {
  return findQuarterData(history, quarter)?.toDate[id] ?? sumQuarters(id, quarter, history);
}

function sumQuarters(id: string, quarter: Quarter, history: readonly QuarterData[]): Figure | null {
  const year = listYearToDate(quarter);
  const parts = year.flatMap((earlier) => findQuarterData(history, earlier)?.inQuarter[id] ?? []);
  const [first] = parts;
  if (!first || parts.length < year.length) return null;
  const missing = parts.find(({ value }) => value === null);
  if (missing) return { ...missing, formula: formatValue(missing) };
  return {
    ...first,
    value: sum(parts.map(({ value }) => value ?? 0)),
    places: findMostPlaces(parts),
    period: `financial year to the end of ${quarterLabel(quarter)}`,
    formula: parts.map(formatValue).join(' + '),
    inputs: parts,
  };
}
