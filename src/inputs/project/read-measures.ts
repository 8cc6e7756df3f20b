import type { Inputs } from '../../model/inputs.js';
import type { Measure } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { comparePeriods, type Period } from '../../model/period.js';
import type { SourceReader } from '../source-reader.js';
import { measuresSchema } from './measures-schema.js';
import { normaliseMeasures } from './normalise-measures.js';
import { normaliseUnits } from './normalise-units.js';

/**
 * Reads `measures.yaml` for a paper about `period`. The value is null if the file does not fit its schema.
 */
export function readMeasures(
  reader: SourceReader,
  period: Period,
): Checked<Pick<Inputs, 'surveys' | 'measures' | 'units' | 'ownUnits'> | null> {
  const { value: read, problems } = reader.yaml('data/measures.yaml', measuresSchema);
  if (!read) return { value: null, problems };
  const units = normaliseUnits(read.data.units ?? []);
  const normalised = normaliseMeasures(read, period.yearStarts, units.ownUnits);
  return {
    value: { ...normalised.value, ...units },
    problems: [
      ...problems,
      ...normalised.problems,
      ...findLateComparisons(normalised.value.measures, period),
    ],
  };
}

/** Finds measures that are not compared with an earlier period, but with the paper's own or a later one. */
function findLateComparisons(measures: readonly Measure[], period: Period): Problem[] {
  return measures
    .filter((measure) => 'compareWith' in measure)
    .flatMap(({ id, compareWith, comparePlace }) =>
      typeof compareWith !== 'object' || comparePeriods(compareWith, period) < 0
        ? []
        : [
            makeError(
              'windows-in-order',
              comparePlace,
              `"${id}" is compared with ${compareWith.id}, which is not before ${period.id}`,
              { expected: 'an earlier period' },
            ),
          ],
    );
}
