import type { Indicator } from './indicator.js';
import { shiftQuarter, type Quarter } from './quarter.js';

/**
 * Lists every quarter from the first one with a value to the last one on file. A chart's axis must not skip quarters,
 * because that would distort the slopes.
 */
export function listChartQuarters(measures: readonly Indicator[]): Quarter[] {
  const points = measures.flatMap(({ series }) => series);
  const known = points.filter(({ figure }) => figure.value !== null).map(({ quarter }) => quarter);
  const first = known.sort()[0];
  const last = points
    .map(({ quarter }) => quarter)
    .sort()
    .at(-1);
  const quarters: Quarter[] = [];
  if (first === undefined || last === undefined) return quarters;
  for (let quarter = first; quarter <= last; quarter = shiftQuarter(quarter, 1)) quarters.push(quarter);
  return quarters;
}
