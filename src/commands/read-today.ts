import { readSourceDateEpoch } from './find-requested-paper.js';

/** Reads today's date, or the one in SOURCE_DATE_EPOCH. */
export function readToday(): Date {
  return readSourceDateEpoch() ?? new Date();
}
