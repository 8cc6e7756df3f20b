import type { Inputs } from '../model/inputs.js';
import type { Indicators } from '../model/indicator.js';
import { countIndicator } from './count-indicator.js';
import { rankAreas } from './rank-areas.js';
import { rollingIndicator } from './rolling-indicator.js';
import { sumShares } from './sum-shares.js';

/** Stage 2: the quarters on file → every measure of `measures.yaml`, computed for the paper's quarter. */
export function computeIndicators({ history, measures, organisation }: Inputs): Indicators {
  const of = (kind: (typeof measures)[number]['kind']) => measures.filter((measure) => measure.kind === kind);
  const current = history.at(-1);
  return {
    measures: Object.fromEntries([
      ...of('rolling-survey').map((measure) => [measure.id, rollingIndicator(measure, history)] as const),
      ...of('count-to-date').map((measure) => [measure.id, countIndicator(measure, history)] as const),
    ]),
    rankings: Object.fromEntries(
      of('area-ranking').flatMap((measure) => {
        const areas = current?.areas[measure.id];
        return areas ? [[measure.id, rankAreas(measure, areas, organisation.areas)] as const] : [];
      }),
    ),
    shares: Object.fromEntries(
      of('shares').flatMap((measure) => {
        const parts = current?.shares[measure.id];
        return parts ? [[measure.id, sumShares(measure, parts)] as const] : [];
      }),
    ),
  };
}
