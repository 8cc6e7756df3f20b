import { suggestName } from '../../model/suggest-name.js';
import type { Measure, MeasureKind } from '../../model/measure.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { Quarter } from '../../model/quarter.js';
import type { Path, YamlFile } from '../yaml/parse-yaml.js';

/** What the readers of a quarter's files share. */
export interface QuarterContext {
  quarter: Quarter;
  measures: Measure[];
  problems: Problem[];
}

/** The measure of a name and kind, or null with a Problem at the name. */
export function findMeasure(
  id: string,
  kinds: MeasureKind[],
  file: YamlFile,
  at: Path,
  { measures, problems }: QuarterContext,
): Measure | null {
  const known = measures.filter((one) => kinds.includes(one.kind));
  const found = known.find((one) => one.id === id);
  if (found) return found;
  const names = known.map((one) => one.id);
  const kind = kinds.join(' or ');
  problems.push(
    makeError(
      'measure-exists',
      file.keyPlaceOf(at),
      `measures.yaml has no measure "${id}" of the kind ${kind}`,
      {
        expected: names.length > 0 ? `one of ${names.join(', ')}` : undefined,
        hint: suggestName(id, names),
      },
    ),
  );
  return null;
}
