import type { Figure } from '../model/figure.js';
import type { Organisation } from '../model/organisation.js';
import type { MeasureFields } from '../model/measure.js';
import { sum } from '../statistics/sum.js';
import { sampleAreas, type AreaSample, type PublishedArea } from './sample-areas.js';

/**
 * Pools the rate of all areas. It has a value only if each of the `of` areas is published with its base. Its design effect is
 * known only if that of each area is.
 */
export function poolOverallRate(
  measure: MeasureFields,
  areas: readonly PublishedArea[],
  of: number,
  words: Organisation['areas'],
): Figure {
  const samples = sampleAreas(areas);
  const first = areas[0]?.figure;
  const x = sum(samples.map((sample) => sample.x));
  const n = sum(samples.map((sample) => sample.n));
  const reason = explainNoRate(of - areas.length, areas.length - samples.length, words);
  return {
    id: `${measure.id}.overall`,
    label: `${measure.label}, all areas`,
    value: reason === null && n > 0 ? x / n : null,
    unit: measure.unit,
    base: n,
    place: first?.place ?? measure.place,
    source: first?.source ?? measure.source,
    formula: 'all areas, pooled',
    inputs: areas.map(({ figure }) => figure),
    ...poolDesignEffects(samples, areas),
    ...(reason !== null && { reason }),
  };
}

/** The areas are samples of their own, so the design effect of all is the mean of theirs, weighted by bases. */
function poolDesignEffects(
  samples: readonly AreaSample[],
  areas: readonly PublishedArea[],
): Pick<Figure, 'designEffect'> {
  const n = sum(samples.map((sample) => sample.n));
  const isKnown = n > 0 && areas.every(({ figure }) => figure.designEffect !== undefined);
  return isKnown ? { designEffect: sum(samples.map((sample) => sample.n * sample.deff)) / n } : {};
}

function explainNoRate(
  unpublished: number,
  withoutBase: number,
  { singular, plural }: Organisation['areas'],
): string | null {
  if (unpublished > 0)
    return `${unpublished} ${unpublished === 1 ? `${singular} is` : `${plural} are`} not published`;
  if (withoutBase > 0)
    return `the base of ${withoutBase} ${withoutBase === 1 ? singular : plural} is not published`;
  return null;
}
