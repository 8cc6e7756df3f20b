import { MEASURE_KINDS } from '../../indicators/kinds/index.js';
import { listSurveyMeasures } from '../../model/expand-survey-names.js';
import type { Measure } from '../../model/measure.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { ShownMeasures } from '../../model/shown-measures.js';
import { adviseOnName } from '../../model/suggest-name.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';

/** An entry of `tables.yaml` or `charts.yaml`. An object among the measures is a heading between them. */
interface Entry {
  kind: string;
  measure?: string | undefined;
  measures?: readonly (string | object)[] | undefined;
}

interface Name {
  name: string;
  path: Path;
}

/** Checks that an entry at a path names measures that its kind of table or chart can show. */
export function checkMeasureNames(
  entry: Entry,
  shows: ShownMeasures,
  path: Path,
  file: YamlFile,
  measures: readonly Measure[],
): Problem[] {
  const fitting = measures
    .filter(({ kind }) => MEASURE_KINDS[kind].result === shows.result)
    .map(({ id }) => id);
  return listNames(entry, path)
    .filter(
      ({ name }) =>
        !fitting.includes(name) && !(shows.canNameSurvey && listSurveyMeasures(name, measures).length > 0),
    )
    .map((name) => reportMisfit(name, file, measures, fitting));
}

function listNames({ measure, measures = [] }: Entry, path: Path): Name[] {
  return [
    ...(measure === undefined ? [] : [{ name: measure, path: [...path, 'measure'] }]),
    ...measures.flatMap((name, index) =>
      typeof name === 'string' ? [{ name, path: [...path, 'measures', index] }] : [],
    ),
  ];
}

function reportMisfit(
  { name, path }: Name,
  file: YamlFile,
  measures: readonly Measure[],
  fitting: readonly string[],
): Problem {
  const measure = measures.find(({ id }) => id === name);
  const message = measure
    ? `"${name}" is of the kind ${measure.kind}, which cannot be shown here`
    : `no measure is called "${name}"`;
  return makeError('measure-exists', file.placeOf(path), message, adviseOnName(name, fitting));
}
