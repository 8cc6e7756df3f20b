import type { Figure } from '../../model/figure.js';
import type { MeasureOf } from '../../model/measure.js';
import type { Organisation } from '../../model/organisation.js';
import { readEvidence } from './evidence.js';
import { explainUntested } from './explain-untested.js';
import { poolFigures } from './pool-figures.js';

/** Pools the result of all areas. It has a value only if each of the `of` areas is published with its base or its events. */
export function poolWhole(
  measure: MeasureOf<'area-ranking'>,
  areas: readonly Figure[],
  of: number,
  words: Organisation['areas'],
): Figure {
  const identity = { id: `${measure.id}.overall`, label: `${measure.label}, all areas` };
  const reason = explainNoWhole(measure, areas, of, words);
  const pooled = reason === null ? poolFigures(areas, identity, measure) : null;
  return (
    pooled ?? {
      ...identity,
      value: null,
      unit: measure.unit,
      place: areas[0]?.place ?? measure.place,
      source: areas[0]?.source ?? measure.source,
      reason: reason ?? 'not available',
    }
  );
}

function explainNoWhole(
  measure: MeasureOf<'area-ranking'>,
  areas: readonly Figure[],
  of: number,
  words: Organisation['areas'],
): string | null {
  const { singular, plural } = words;
  const count = (number: number): string => `${number} ${number === 1 ? singular : plural}`;
  if (measure.unit !== 'percent' && measure.per === undefined) {
    return measure.unit === 'count'
      ? explainUntested(measure, words)
      : `the result for all ${plural} is not on file`;
  }
  const unpublished = of - areas.length;
  if (unpublished > 0) return `${count(unpublished)} ${unpublished === 1 ? 'is' : 'are'} not published`;
  const without = readEvidence(areas, measure).filter((evidence) => evidence === null).length;
  if (without === 0) return null;
  return measure.unit === 'percent'
    ? `the base of ${count(without)} is not published`
    : `the events and the population of ${count(without)} are not published`;
}
