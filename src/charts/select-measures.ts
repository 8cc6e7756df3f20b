import type { Indicator } from '../model/indicator.js';
import type { Indicators } from '../model/indicators.js';

/** Returns the measures with the given ids, in that order. Unknown ids are left out: the template's reader reports them. */
export function selectMeasures(ids: readonly string[], { measures }: Indicators): Indicator[] {
  return ids.flatMap((id) => measures[id] ?? []);
}
