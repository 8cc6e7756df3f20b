import { isToCome, TO_COME, type Figure } from '../model/figure.js';
import { findMostPlaces } from '../model/find-most-places.js';
import type { RankedArea } from '../model/ranking.js';
import type { Organisation } from '../model/organisation.js';
import type { MeasureFields } from '../model/measure.js';
import type { AreaFigures } from '../model/period-data.js';
import { removeFloatNoise } from '../statistics/rounding.js';

/** Makes the figure of the gap between the highest area and the lowest. `areas` are ranked, best first. */
export function makeAreaGap(
  measure: MeasureFields,
  data: AreaFigures,
  areas: readonly RankedArea[],
  { singular }: Organisation['areas'],
): Figure {
  const [first, last] = [areas[0], areas.at(-1)];
  const [high, low] = measure.betterWhen === 'lower' ? [last, first] : [first, last];
  const [highest, lowest] = [high?.figure.value ?? null, low?.figure.value ?? null];
  const isKnown = highest !== null && lowest !== null && areas.length > 1;
  const reason = areas.length === 0 ? explainNoRank(data) : `only one ${singular} has a result`;
  const inputs = [high, low].flatMap((area) => (area ? [area.figure] : []));
  return {
    id: `${measure.id}.gap`,
    label: `${measure.label}: highest ${singular} less lowest`,
    value: isKnown ? removeFloatNoise(highest - lowest) : null,
    unit: measure.unit === 'percent' ? 'points' : measure.unit,
    places: findMostPlaces(inputs),
    place: high?.figure.place ?? findToCome(data)?.place ?? data.place,
    source: high?.figure.source ?? measure.source,
    ...(high?.figure.period && { period: high.figure.period }),
    ...(isKnown
      ? {
          formula: `${high?.name ?? ''} − ${low?.name ?? ''}`,
          inputs,
        }
      : { reason }),
  };
}

/** Finds the first area to come. The author must enter its figure before any area has a rank. */
function findToCome({ published }: Pick<AreaFigures, 'published'>): Figure | undefined {
  return published.find(({ figure }) => isToCome(figure))?.figure;
}

/** Explains why no area has a rank. */
function explainNoRank({ reason, published }: AreaFigures): string {
  if (findToCome({ published })) return TO_COME;
  return reason ?? published[0]?.figure.reason ?? 'none is published';
}

/** Explains in a sentence, after a colon, why no area has a rank. */
export function explainNoRankInSentence(areas: AreaFigures): string {
  const reason = explainNoRank(areas);
  return reason === TO_COME ? 'the results are still to come' : reason;
}
