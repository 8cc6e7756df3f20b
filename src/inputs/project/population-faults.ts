import { suggestName } from '../../model/suggest-name.js';
import type { Measure } from '../../model/measure.js';
import type { QuarterData } from '../../model/quarter-data.js';
import { makeError, type Problem } from '../../model/problem.js';

/**
 * Populations that measures divide by, and those that the quarters on file have, must have the same names: a slip in either
 * would leave a rate without a value, and nothing to say why. Where a measure's is nowhere on file, that alone is reported.
 */
export function populationFaults(measures: readonly Measure[], history: readonly QuarterData[]): Problem[] {
  const onFile = history.flatMap(({ populations }) => Object.entries(populations));
  const names = [...new Set(onFile.map(([name]) => name))];
  const divisors = measures.flatMap((measure) => ('population' in measure ? [measure.population] : []));
  const wanted = [...new Set(divisors.map(({ name }) => name))];
  if (names.length === 0) return [];
  const misnamed = divisors
    .filter(({ name }) => !names.includes(name))
    .map(({ name, place }) =>
      makeError('population-exists', place, `no quarter on file has a population "${name}"`, {
        expected: `one of ${names.join(', ')}`,
        hint: suggestName(name, names),
      }),
    );
  if (misnamed.length > 0) return misnamed;
  return onFile
    .filter(([name]) => !wanted.includes(name))
    .map(([name, { place }]) =>
      makeError('population-exists', place, `no rate of measures.yaml is worked out over "${name}"`, {
        expected:
          wanted.length > 0
            ? `one of ${wanted.join(', ')}`
            : 'a measure of the kind rate, with it as `denominator:`',
        hint: suggestName(name, wanted),
      }),
    );
}
