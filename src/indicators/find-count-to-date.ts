import { formatValue } from '../format/figures.js';
import { joinNames } from '../format/words.js';
import type { Figure } from '../model/figure.js';
import { findMostPlaces } from '../model/find-most-places.js';
import type { QuarterData } from '../model/quarter-data.js';
import { listYearToDate, quarterLabel, type Quarter } from '../model/quarter.js';
import { sum } from '../statistics/sum.js';
import { findQuarterData } from '../model/find-quarter-data.js';

/**
 * Finds the count from 1 April to the end of a quarter. Without a published count, it is the sum of the quarters. It has no
 * value if an earlier quarter of the year has no count. Returns null if the quarter itself has none.
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
  const findPart = (part: Quarter): Figure | undefined => findQuarterData(history, part)?.inQuarter[id];
  const latest = findPart(quarter);
  const parts = year.flatMap((part) => findPart(part) ?? []);
  const [first] = parts;
  if (!latest || !first) return null;
  const absent = year.filter((part) => !findPart(part)).map(quarterLabel);
  if (absent.length > 0)
    return { ...latest, value: null, reason: `no count on file for ${joinNames(absent)}` };
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
