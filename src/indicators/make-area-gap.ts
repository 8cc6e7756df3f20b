import { TO_COME, type Figure } from '../model/figure.js';
import type { RankedArea } from '../model/ranking.js';
import type { Organisation } from '../model/organisation.js';
import type { MeasureFields } from '../model/measure.js';
import type { AreaFigures } from '../model/quarter-data.js';
import { removeFloatNoise } from '../statistics/rounding.js';

/** Makes the figure of the gap between the best area and the worst. */
export function makeAreaGap(
  measure: MeasureFields,
  areas: AreaFigures,
  ends: { best: RankedArea | undefined; worst: RankedArea | undefined },
  { singular }: Organisation['areas'],
): Figure {
  const { best, worst } = ends;
  const [high, low] = [best?.figure.value ?? null, worst?.figure.value ?? null];
  const isKnown = high !== null && low !== null && best?.name !== worst?.name;
  const reason = high === null ? explainNoRank(areas) : `only one ${singular} has a result`;
  const inputs = [best, worst].flatMap((area) => (area ? [area.figure] : []));
  return {
    id: `${measure.id}.gap`,
    label: `${measure.label}: best ${singular} less worst`,
    value: isKnown ? removeFloatNoise(Math.abs(high - low)) : null,
    unit: measure.unit === 'percent' ? 'points' : measure.unit,
    place: best?.figure.place ?? areas.place,
    source: best?.figure.source ?? measure.source,
    ...(best?.figure.period && { period: best.figure.period }),
    ...(isKnown ? { formula: `${best?.name ?? ''} − ${worst?.name ?? ''}`, inputs } : { reason }),
  };
}

/** Explains why no area has a rank. */
function explainNoRank({ reason, published }: AreaFigures): string {
  return reason ?? published[0]?.figure.reason ?? 'none is published';
}

/** Explains in a sentence, after a colon, why no area has a rank. */
export function explainNoRankInSentence(areas: AreaFigures): string {
  const reason = explainNoRank(areas);
  return reason === TO_COME ? 'the results are still to come' : reason;
}
