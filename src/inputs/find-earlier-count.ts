import { findPeriodData } from '../model/find-period-data.js';
import type { PeriodData } from '../model/period-data.js';
import { listYearToDate, type Period } from '../model/period.js';
import { sum } from '../statistics/sum.js';

export interface EarlierCount {
  period: Period;
  count: number;
}

/** Finds the count of the same year at the end of the latest earlier period on file. */
export function findEarlierCount(
  id: string,
  period: Period,
  history: readonly PeriodData[],
): EarlierCount | null {
  const known = listYearToDate(period)
    .slice(0, -1)
    .reverse()
    .flatMap((earlier) => {
      const count = findCount(id, earlier, history);
      return count === null ? [] : [{ period: earlier, count }];
    });
  return known[0] ?? null;
}

/** Returns the published count from the start of the year to the end of a period, or the sum of the year's periods. */
function findCount(id: string, period: Period, history: readonly PeriodData[]): number | null {
  const published = findPeriodData(history, period)?.toDate[id]?.value;
  if (typeof published === 'number') return published;
  const year = listYearToDate(period);
  const parts = year.flatMap((part) => findPeriodData(history, part)?.inPeriod[id]?.value ?? []);
  return parts.length === year.length ? sum(parts) : null;
}
