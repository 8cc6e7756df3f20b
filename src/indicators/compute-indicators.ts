import type { Indicator } from '../model/indicator.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { Measure } from '../model/measure.js';
import { adjustTests, testFamilies } from './adjust-tests.js';
import { controlIndicator } from './kinds/control-indicator.js';
import { countIndicator } from './kinds/count-indicator.js';
import { gapIndicator } from './kinds/gap-indicator.js';
import { noAreas, rankAreas } from './kinds/rank-areas.js';
import { detectionIndicator, rateIndicator } from './kinds/rate-indicator.js';
import { rollingIndicator } from './kinds/rolling-indicator.js';
import { sumShares } from './kinds/sum-shares.js';

/** Stage 2: the quarters on file → every measure of `measures.yaml`, computed for the paper's quarter. */
export function computeIndicators(inputs: Inputs): Indicators {
  const { quarter, history, measures, organisation } = inputs;
  const current = history.at(-1);
  const computed = adjustTests(measures.flatMap((measure) => compute(measure, inputs) ?? []));
  return {
    measures: Object.fromEntries(computed.map((indicator) => [indicator.id, indicator])),
    rankings: Object.fromEntries(
      measures.flatMap((measure) => {
        if (measure.kind !== 'area-ranking') return [];
        const areas = current?.areas[measure.id] ?? noAreas(measure, quarter);
        return [[measure.id, rankAreas(measure, areas, organisation.areas)] as const];
      }),
    ),
    shares: Object.fromEntries(
      measures.flatMap((measure) => {
        const parts = measure.kind === 'shares' && current?.shares[measure.id];
        return parts ? [[measure.id, sumShares(measure, parts)] as const] : [];
      }),
    ),
    tests: testFamilies(computed, quarter),
  };
}

/** Null for the kinds that have no single value. */
function compute(measure: Measure, { history, measures }: Inputs): Indicator | null {
  switch (measure.kind) {
    case 'rolling-survey':
      return rollingIndicator(measure, history);
    case 'group-gap':
      return gapIndicator(measure, history);
    case 'count-to-date':
      return countIndicator(measure, history);
    case 'rate':
      return rateIndicator(measure, history, measures);
    case 'detection-rate':
      return detectionIndicator(measure, history, measures);
    case 'control-chart':
      return controlIndicator(measure, history);
    case 'area-ranking':
    case 'shares':
      return null;
  }
}
