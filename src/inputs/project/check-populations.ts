import type { Measure } from '../../model/measure.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { QuarterData } from '../../model/quarter-data.js';
import { suggestName } from '../../model/suggest-name.js';

/**
 * Checks that rates and the quarters on file name the same populations. A slip in either would leave a rate
 * without a value. Where a rate's population is nowhere on file, that alone is reported.
 */
export function checkPopulations(measures: readonly Measure[], history: readonly QuarterData[]): Problem[] {
  const used = measures.flatMap((measure) => ('population' in measure ? [measure.population] : []));
  const onFile = history.flatMap(({ populations }) =>
    Object.entries(populations).map(([name, { place }]) => ({ name, place })),
  );
  const usedNames = listNames(used);
  const namesOnFile = listNames(onFile);
  if (namesOnFile.length === 0) return [];
  const missing = used.filter(({ name }) => !namesOnFile.includes(name));
  if (missing.length > 0)
    return missing.map(({ name, place }) =>
      makeError('population-exists', place, `no quarter on file has a population "${name}"`, {
        expected: `one of ${namesOnFile.join(', ')}`,
        hint: suggestName(name, namesOnFile),
      }),
    );
  return onFile
    .filter(({ name }) => !usedNames.includes(name))
    .map(({ name, place }) =>
      makeError('population-exists', place, `no rate in measures.yaml uses the population "${name}"`, {
        expected:
          usedNames.length > 0
            ? `one of ${usedNames.join(', ')}`
            : 'a measure of the kind rate, with it as `denominator:`',
        hint: suggestName(name, usedNames),
      }),
    );
}

function listNames(populations: readonly { name: string }[]): string[] {
  return [...new Set(populations.map(({ name }) => name))];
}
