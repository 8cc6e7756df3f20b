import type { QuarterData } from './quarter-data.js';
import type { Quarter } from './quarter.js';

/** Finds the data of one quarter. Returns undefined if the quarter is not on file. */
export function findQuarterData(history: readonly QuarterData[], quarter: Quarter): QuarterData | undefined {
  return history.find((data) => data.quarter === quarter);
}
