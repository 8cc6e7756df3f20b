import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import type { RankedArea } from '../../model/ranking.js';
import type { Organisation } from '../../model/organisation.js';
import type { MeasureOf } from '../../model/measure.js';
import type { AreaFigures } from '../../model/period-data.js';
import { removeFloatNoise } from '../../statistics/rounding.js';

/**
 * Makes the figure of the gap between the highest area and the lowest, or between their changes. `areas` are ranked, best
 * first. `noChange` is the reason why no area has a change.
 */
export function makeAreaGap(
  measure: MeasureOf<'area-ranking'>,
  data: AreaFigures,
  areas: readonly RankedArea[],
  { singular }: Organisation['areas'],
  noChange: string | null,
): Figure {
  const [first, last] = [areas[0], areas.at(-1)];
  const [high, low] = measure.betterWhen === 'lower' ? [last, first] : [first, last];
  const [highest, lowest] = [high?.ranked.value ?? null, low?.ranked.value ?? null];
  const isKnown = highest !== null && lowest !== null && areas.length > 1;
  const byChange = measure.rankBy === 'change';
  const reason =
    areas.length === 0
      ? explainNoRank(data, byChange ? noChange : null)
      : `only one ${singular} has a ${byChange ? 'change' : 'result'}`;
  const inputs = [high, low].flatMap((area) => (area ? [area.ranked] : []));
  const unit = inputs[0]?.unit ?? measure.unit;
  return {
    id: `${measure.id}.gap`,
    label: `${measure.label}: highest ${byChange ? `change by ${singular}` : singular} less lowest`,
    value: isKnown ? removeFloatNoise(highest - lowest) : null,
    unit: unit === 'percent' ? 'points' : unit,
    places: findMostPlaces(inputs),
    place: high?.ranked.place ?? findToCome(data)?.place ?? data.place,
    source: high?.ranked.source ?? measure.source,
    ...(high?.ranked.period && { period: high.figure.period }),
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
function explainNoRank({ reason, published }: AreaFigures, noChange: string | null): string {
  if (findToCome({ published })) return TO_COME;
  return reason ?? noChange ?? published[0]?.figure.reason ?? 'none is published';
}

/** Explains in a sentence, after a colon, why no area has a rank. `candidates` have the figures that would rank them. */
export function explainNoRankInSentence(
  areas: AreaFigures,
  candidates: readonly { ranked: Figure }[],
  noChange: string | null,
): string {
  const first = candidates[0]?.ranked;
  const reason = explainNoRank(areas, noChange);
  if (reason === TO_COME || candidates.some(({ ranked }) => isToCome(ranked)))
    return 'the results are still to come';
  return areas.reason === undefined && noChange === null ? (first?.reason ?? reason) : reason;
}
