import { formatValue } from '../../format/figures.js';
import { formatNumber } from '../../format/numbers.js';
import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import type { Place } from '../../model/problem.js';

/** The name and the unit of a rate, and the number of people that it is for. */
interface RateIdentity extends Pick<Figure, 'id' | 'label' | 'unit'> {
  per: number;
}

/**
 * Computes events for so many people. The inputs of the figure are the events and the population, so that tests can read
 * them. It has no value while either is missing.
 */
export function computeAreaRate(
  { per, ...identity }: RateIdentity,
  events: Figure,
  population: Figure,
  place: Place,
): Figure {
  const details = {
    ...identity,
    place,
    source: events.source,
    ...(events.period !== undefined && { period: events.period }),
    ...(events.assumed !== undefined && { assumed: events.assumed }),
  };
  const missing = [events, population].find(({ value }) => value === null);
  if (missing || events.value === null || population.value === null)
    return {
      ...details,
      value: null,
      reason: missing && !isToCome(missing) ? (missing.reason ?? TO_COME) : TO_COME,
    };
  return {
    ...details,
    value: (events.value / population.value) * per,
    base: population.value,
    formula: `${formatValue(events)} ÷ ${formatValue(population)} × ${formatNumber(per)}`,
    inputs: [events, population],
  };
}
