import { formatValue } from '../../format/figures.js';
import { formatNumber } from '../../format/numbers.js';
import type { Figure } from '../../model/figure.js';
import { sum } from '../../statistics/sum.js';
import { readEvents, readEvidence, type Sampling } from './evidence.js';

/**
 * Pools the answers or the events of several areas. Returns null unless each area has them. The areas are samples of their
 * own, so the design effect of all is the mean of theirs, weighted by bases. It is known only if that of each area is.
 */
export function poolFigures(
  areas: readonly Figure[],
  identity: Pick<Figure, 'id' | 'label'>,
  sampling: Sampling,
): Figure | null {
  const [first] = areas;
  if (!first || readEvidence(areas, sampling).includes(null)) return null;
  const details = {
    ...identity,
    unit: sampling.unit,
    place: first.place,
    source: first.source,
    ...(first.period !== undefined && { period: first.period }),
  };
  return sampling.unit === 'percent'
    ? poolAnswers(areas, details)
    : poolEvents(areas, details, sampling.per ?? 1);
}

type Details = Omit<Figure, 'value'>;

function poolAnswers(areas: readonly Figure[], details: Details): Figure {
  const samples = areas.map(({ value, base, designEffect }) => ({
    p: value ?? 0,
    n: base ?? 0,
    deff: designEffect,
  }));
  const n = sum(samples.map((sample) => sample.n));
  const effects = samples.flatMap(({ deff, n: size }) => (deff === undefined ? [] : [size * deff]));
  return {
    ...details,
    value: sum(samples.map((sample) => sample.p * sample.n)) / n,
    base: n,
    formula: 'all areas, pooled',
    inputs: areas,
    ...(effects.length === areas.length && { designEffect: sum(effects) / n }),
  };
}

function poolEvents(areas: readonly Figure[], details: Details, per: number): Figure {
  const events = areas.flatMap((area) => readEvents(area) ?? []);
  const total = (key: 'count' | 'exposure'): number => sum(events.map((entry) => entry[key]));
  const makePart = (position: 0 | 1, name: string, words: string, value: number): Figure => ({
    id: `${details.id}.${name}`,
    label: `${details.label}: ${words}`,
    value,
    unit: 'count',
    place: details.place,
    source: details.source,
    ...(details.period !== undefined && { period: details.period }),
    formula: 'the sum of the areas',
    inputs: areas.flatMap(({ inputs = [] }) => inputs[position] ?? []),
  });
  const count = makePart(0, 'count', 'events', total('count'));
  const population = makePart(1, 'population', 'population', total('exposure'));
  return {
    ...details,
    value: (total('count') / total('exposure')) * per,
    base: total('exposure'),
    formula: `${formatValue(count)} ÷ ${formatValue(population)} × ${formatNumber(per)}`,
    inputs: [count, population],
  };
}
