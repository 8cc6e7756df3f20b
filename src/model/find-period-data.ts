import type { PeriodData } from './period-data.js';
import type { Period } from './period.js';

/** Finds the data of one period. Returns undefined if the period is not on file. */
export function findPeriodData(history: readonly PeriodData[], period: Period): PeriodData | undefined {
  return history.find((data) => data.period === period);
}
