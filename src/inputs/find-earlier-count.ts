import { findQuarterData } from '../model/find-quarter-data.js';
import type { QuarterData } from '../model/quarter-data.js';
import { listYearToDate, type Quarter } from '../model/quarter.js';
import { sum } from '../statistics/sum.js';

export interface EarlierCount {
  quarter: Quarter;
  count: number;
}

/** Finds the count of the same financial year at the end of the latest earlier quarter on file. */
export function findEarlierCount(
  id: string,
  quarter: Quarter,
  history: readonly QuarterData[],
): EarlierCount | null {
  const known = listYearToDate(quarter)
    .slice(0, -1)
    .reverse()
    .flatMap((earlier) => {
      const count = findCount(id, earlier, history);
      return count === null ? [] : [{ quarter: earlier, count }];
    });
  return known[0] ?? null;
}

/** Returns the published count from 1 April to the end of a quarter, or the sum of the quarters. */
function findCount(id: string, quarter: Quarter, history: readonly QuarterData[]): number | null {
  const published = findQuarterData(history, quarter)?.toDate[id]?.value;
  if (typeof published === 'number') return published;
  const year = listYearToDate(quarter);
  const parts = year.flatMap((part) => findQuarterData(history, part)?.inQuarter[id]?.value ?? []);
  return parts.length === year.length ? sum(parts) : null;
}
