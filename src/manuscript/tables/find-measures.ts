import type { Indicator } from '../../model/indicator.js';
import type { Indicators } from '../../model/indicators.js';

/** Finds measures by their ids. Ids without a measure were reported when the template was read. */
export function findMeasures(ids: string[], { measures }: Indicators): Indicator[] {
  return ids.flatMap((id) => measures[id] ?? []);
}
