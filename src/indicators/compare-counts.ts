import type { Figure } from '../model/figure.js';
import type { CountFields } from '../model/measure.js';
import { countChange, countChangeQuasi } from '../statistics/counts.js';
import { CONFIDENCE } from './confidence.js';
import { makeUntested, type TestResult } from './test-result.js';

/** One count, and its exposure: days, or people times days. */
export interface ExposedCount {
  count: Figure;
  exposure: number;
}

/** Compares two counts by their rates. Overdispersed counts are compared by their log ratio, others exactly. */
export function compareCounts(
  { dispersion }: CountFields,
  before: ExposedCount,
  after: ExposedCount,
): TestResult {
  const counts = [before.count.value ?? 0, after.count.value ?? 0] as const;
  const exposures = [before.exposure, after.exposure] as const;
  if (dispersion <= 1) {
    const { pValue, rateRatio } = countChange(...counts, ...exposures, CONFIDENCE);
    return { pValue, z: null, interval: null, relative: toRelativeChange(rateRatio), reason: null };
  }
  const { pValue, z, rateRatio } = countChangeQuasi(...counts, ...exposures, dispersion, CONFIDENCE);
  return pValue === null
    ? makeUntested('the count of one of the periods is zero')
    : { pValue, z, interval: null, relative: toRelativeChange(rateRatio), reason: null };
}

function toRelativeChange(rateRatio: number | null): number | null {
  return rateRatio === null ? null : rateRatio - 1;
}
