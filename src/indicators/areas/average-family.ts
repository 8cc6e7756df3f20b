import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import type { MeasureOf } from '../../model/measure.js';
import type { AreaFigures } from '../../model/period-data.js';
import { joinNames } from '../../format/words.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import { sum } from '../../statistics/sum.js';
import { poolFigures } from './pool-figures.js';

/** The average of an area's family. */
export interface FamilyAverage {
  figure: Figure;
  /** True if all answers or events are counted together. A plain mean counts each area once. */
  isPooled: boolean;
}

/**
 * Averages the results of the areas most similar to an area. Answers and events are pooled, so that large areas weigh more.
 * Without a base for each area, the average is a plain mean. It has no value if an area of the family has none.
 */
export function averageFamily(
  area: { id: string; name: string },
  family: readonly string[],
  { published, place }: AreaFigures,
  measure: MeasureOf<'area-ranking'>,
): FamilyAverage {
  const identity = {
    id: `${measure.id}.${area.id}.family`,
    label: `${measure.label}, average of the family of ${area.name}`,
  };
  const members = family.map((name) => ({
    name,
    figure: published.find((other) => other.name === name)?.figure,
  }));
  const missing = members.filter(({ figure }) => figure === undefined || figure.value === null);
  const figures = members.flatMap(({ figure }) => figure ?? []);
  const details = {
    ...identity,
    unit: measure.unit,
    place: figures[0]?.place ?? place,
    source: figures[0]?.source ?? measure.source,
    ...(figures[0]?.period !== undefined && { period: figures[0].period }),
  };
  if (missing.length > 0) {
    const isComing = missing.some(({ figure }) => figure && isToCome(figure));
    const names = joinNames(missing.map(({ name }) => name));
    const reason = isComing ? TO_COME : `${names} ${missing.length === 1 ? 'has' : 'have'} no result`;
    return { figure: { ...details, value: null, reason }, isPooled: false };
  }
  const pooled = poolFigures(figures, identity, measure);
  if (pooled) {
    // A rate keeps the formula of its events and its population.
    const formula = measure.unit === 'percent' ? `${joinNames(family)}, pooled` : pooled.formula;
    return { figure: { ...pooled, ...(formula !== undefined && { formula }) }, isPooled: true };
  }
  return {
    figure: {
      ...details,
      value: sum(figures.map(({ value }) => value ?? 0)) / figures.length,
      places: findMostPlaces(published.map(({ figure }) => figure)) + 1,
      formula: `mean of ${joinNames(family)}`,
      inputs: figures,
    },
    isPooled: false,
  };
}
