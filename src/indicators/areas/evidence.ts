import type { Figure } from '../../model/figure.js';
import type { MeasureOf } from '../../model/measure.js';
import { poissonRate } from '../../statistics/counts.js';
import type { PublishedShare } from '../../statistics/differences.js';
import { wilson, type Bounds } from '../../statistics/proportion.js';
import type { RankableValue } from '../../statistics/ranking.js';
import type { ExposedEvents } from '../../statistics/rate-differences.js';
import { countDecimals } from '../count-decimals.js';
import { isRounded } from '../find-half-unit.js';

/** The answers or events behind the result of an area. Tests and intervals need them. */
export type Evidence = { kind: 'share'; share: PublishedShare } | { kind: 'events'; events: ExposedEvents };

/** The parts of a measure that decide how chance affects its results. */
export type Sampling = Pick<MeasureOf<'area-ranking'>, 'unit' | 'per' | 'dispersion'>;

/**
 * Reads the evidence behind results. Null for a result without a base, or without events and a population. Published
 * percentages all count with the most decimals that any of them has.
 */
export function readEvidence(figures: readonly Figure[], { unit, per }: Sampling): (Evidence | null)[] {
  const decimals = Math.max(0, ...figures.map((figure) => (isRounded(figure) ? countDecimals(figure) : 0)));
  return figures.map((figure) => {
    if (unit === 'percent') return readShare(figure, decimals);
    const events = per === undefined ? null : readEvents(figure);
    return events && { kind: 'events', events };
  });
}

function readShare(figure: Figure, decimals: number): Evidence | null {
  const { value, base, designEffect } = figure;
  if (value === null || base === undefined || base === 0) return null;
  const rounding = isRounded(figure) ? 0.005 * 10 ** -decimals : 0;
  return { kind: 'share', share: { p: value, n: base, deff: designEffect ?? null, rounding } };
}

/** Reads the events and the population of a rate. Null for a rate that was published without them. */
export function readEvents({ value, inputs = [] }: Figure): ExposedEvents | null {
  const [count, population] = inputs;
  if (value === null || count?.value == null || population?.value == null || inputs.length !== 2) return null;
  return { count: count.value, exposure: population.value };
}

/** Makes a value that can be ranked with its sampling error. */
export function toRankable(name: string, evidence: Evidence, sampling: Sampling): RankableValue {
  return evidence.kind === 'share'
    ? rankShare(name, evidence.share)
    : rankEvents(name, evidence.events, sampling);
}

function rankShare(name: string, { p, n, deff }: PublishedShare): RankableValue {
  const size = n / (deff ?? 1);
  return { name, value: p, size, boundsAt: (confidence) => wilson(p, size, confidence) };
}

/** A count whose variance is `dispersion` times that of chance alone is as precise as a smaller one. */
function rankEvents(name: string, events: ExposedEvents, { per = 1, dispersion }: Sampling): RankableValue {
  const [count, exposure] = [events.count / dispersion, events.exposure / dispersion];
  return {
    name,
    value: (events.count / events.exposure) * per,
    size: count,
    boundsAt: (confidence): Bounds => {
      const { lower, upper } = poissonRate(count, exposure, per, confidence);
      return { lower: lower ?? 0, upper: upper ?? Infinity };
    },
  };
}
