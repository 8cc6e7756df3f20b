import type { Indicator } from './indicator.js';
import { comparePeriods, shiftPeriod, type Period } from './period.js';

/**
 * Lists every period from the first one with a value to the last one on file. A chart's axis must not skip periods,
 * because that would distort the slopes.
 */
export function listChartPeriods(measures: readonly Indicator[]): Period[] {
  const points = measures.flatMap(({ series }) => series);
  const known = points.filter(({ figure }) => figure.value !== null).map(({ period }) => period);
  const first = known.sort(comparePeriods)[0];
  const last = points
    .map(({ period }) => period)
    .sort(comparePeriods)
    .at(-1);
  const periods: Period[] = [];
  if (first === undefined || last === undefined) return periods;
  for (let period = first; period.end <= last.end; period = shiftPeriod(period, 1)) periods.push(period);
  return periods;
}
