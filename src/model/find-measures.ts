import type { Indicator } from './indicator.js';
import type { Indicators } from './indicators.js';

/** Finds measures by their ids, in that order. Ids without a measure were reported when the template was read. */
export function findMeasures(
  ids: readonly string[],
  { measures }: Pick<Indicators, 'measures'>,
): Indicator[] {
  return ids.flatMap((id) => measures[id] ?? []);
}
