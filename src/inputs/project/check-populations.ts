import type { Measure } from '../../model/measure.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { PeriodData } from '../../model/period-data.js';
import { adviseOnName, suggestName } from '../../model/suggest-name.js';

/**
 * Checks that rates and period files name the same populations.
 * A misspelt name would leave a rate without a value.
 * If a rate's population is not on file, only that is reported.
 */
export function checkPopulations(measures: readonly Measure[], history: readonly PeriodData[]): Problem[] {
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
      makeError(
        'population-exists',
        place,
        `no period has a population "${name}"`,
        adviseOnName(name, namesOnFile),
      ),
    );
  return onFile
    .filter(({ name }) => !usedNames.includes(name))
    .map(({ name, place }) =>
      makeError('population-exists', place, `no rate in measures.yaml uses the population "${name}"`, {
        expected:
          usedNames.length > 0
            ? `one of ${usedNames.join(', ')}`
            : `a measure with kind: rate and denominator: ${name}`,
        hint: suggestName(name, usedNames),
      }),
    );
}

function listNames(populations: readonly { name: string }[]): string[] {
  return [...new Set(populations.map(({ name }) => name))];
}
