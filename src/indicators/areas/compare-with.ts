import type { Figure } from '../../model/figure.js';
import type { OverallComparison } from '../../model/ranking.js';
import { removeFloatNoise } from '../../statistics/rounding.js';
import { readEvents, readEvidence, type Evidence, type Sampling } from './evidence.js';
import { testEvidence, type EvidencePair } from './test-evidence.js';

/** Two results: that of an area, and that of its comparator. */
export type ComparedPair = readonly [area: Figure, comparator: Figure];

/** Compares areas with independent comparators: other areas, or averages of other areas. Null without both values. */
export function compareWith(
  pairs: readonly ComparedPair[],
  sampling: Sampling,
): (OverallComparison | null)[] {
  const areas = readEvidence(
    pairs.map(([area]) => area),
    sampling,
  );
  const comparators = pairs.map(([, comparator]) => readEvidence([comparator], sampling)[0] ?? null);
  return judge(
    pairs,
    pairs.map((_pair, index) => [areas[index] ?? null, comparators[index] ?? null]),
    sampling,
  );
}

/**
 * Compares each area with all areas together. An area is a part of the whole, so the two results vary together.
 *
 * The rate of an area equals that of the whole just where it equals that of all other areas, so events are tested against
 * the events elsewhere. These are independent.
 *
 * The weights of a survey are not known. The difference from the whole varies less than that of independent samples, so a
 * test for independent samples is cautious, and loses little while an area is a small part.
 */
export function compareWithWhole(
  areas: readonly Figure[],
  whole: Figure,
  sampling: Sampling,
): (OverallComparison | null)[] {
  const evidence = readEvidence(areas, sampling);
  const all = readEvidence([whole], sampling)[0] ?? null;
  const pairs = areas.map((area) => [area, whole] as const);
  return judge(
    pairs,
    areas.map((area, index): EvidencePair => [evidence[index] ?? null, findOthers(area, whole, all)]),
    sampling,
  );
}

/** Finds the events outside an area. Answers to a survey stay those of the whole. */
function findOthers(area: Figure, whole: Figure, all: Evidence | null): Evidence | null {
  if (all?.kind !== 'events') return all;
  const [part, total] = [readEvents(area), readEvents(whole)];
  if (!part || !total) return null;
  const events = { count: total.count - part.count, exposure: total.exposure - part.exposure };
  return events.count >= 0 && events.exposure > 0 ? { kind: 'events', events } : null;
}

function judge(
  pairs: readonly ComparedPair[],
  evidence: readonly EvidencePair[],
  { dispersion }: Sampling,
): (OverallComparison | null)[] {
  const tests = testEvidence(evidence, dispersion);
  return pairs.map(([area, comparator], index) => {
    const test = tests[index];
    if (!test || area.value === null || comparator.value === null) return null;
    const direction = findDirection(area.value, comparator.value);
    const isClear = test.outcome === 'differs' && direction !== 'level';
    const outcome = isClear ? direction : test.outcome === 'differs' ? 'no-clear-difference' : test.outcome;
    return { outcome, direction, isProbable: isClear && test.isProbable, pValue: test.pValue };
  });
}

function findDirection(value: number, other: number): OverallComparison['direction'] {
  const difference = removeFloatNoise(value) - removeFloatNoise(other);
  return difference > 0 ? 'above' : difference < 0 ? 'below' : 'level';
}
