import { expandSurveyNames } from '../../model/expand-survey-names.js';
import { suggestName } from '../../model/suggest-name.js';
import { MEASURE_KINDS } from '../../indicators/kinds/index.js';
import { isFromSurvey, type Measure } from '../../model/measure.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { Path, YamlFile } from '../yaml/parse-yaml.js';

/** What a table or chart says of the measures that it shows. */
interface Shown {
  kind: string;
  measure?: string;
  measures?: readonly (string | object)[];
  emphasis?: string | undefined;
  /** Of a chart: another whose number it shares. */
  with?: string | undefined;
}

/** Names in tables.yaml or charts.yaml that are no measure, or a measure that this kind of table cannot show. */
export function measureFaults(
  shown: Record<string, Shown>,
  file: YamlFile,
  key: 'tables' | 'charts',
  measures: readonly Measure[],
): Problem[] {
  return Object.entries(shown).flatMap(([id, spec]) => {
    const at = (...path: (string | number)[]): Path => [key, id, ...path];
    const named = [
      ...(spec.measure === undefined ? [] : [{ name: spec.measure, path: at('measure') }]),
      ...(spec.measures ?? []).flatMap((name, index) =>
        typeof name === 'string' ? [{ name, path: at('measures', index) }] : [],
      ),
    ];
    const result = spec.kind === 'ranking' ? 'ranking' : 'single value';
    const fitting = measures.filter(({ kind }) => MEASURE_KINDS[kind].result === result);
    return [
      ...named
        .filter(({ name }) => spec.kind !== 'trend' || !isSurvey(name, measures))
        .flatMap(({ name, path }) => misnamed(name, path, file, measures, fitting)),
      ...lostEmphasis(spec, at('emphasis'), file, measures),
      ...lostCompanion(id, spec, at('with'), file, shown),
    ];
  });
}

/** Tells whether a name is that of a survey, which stands for its measures. */
function isSurvey(name: string, measures: readonly Measure[]): boolean {
  return measures
    .filter(isFromSurvey)
    .some(({ survey, isListedUnderSurvey }) => survey?.id === name && isListedUnderSurvey);
}

function misnamed(
  name: string,
  path: Path,
  file: YamlFile,
  measures: readonly Measure[],
  fitting: readonly Measure[],
): Problem[] {
  if (fitting.some(({ id }) => id === name)) return [];
  const known = fitting.map(({ id }) => id);
  const exists = measures.find(({ id }) => id === name);
  const message = exists
    ? `"${name}" is of the kind ${exists.kind}, which cannot be shown here`
    : `no measure is called "${name}"`;
  return [
    makeError('measure-exists', file.placeOf(path), message, {
      expected: known.length > 0 ? `one of ${known.join(', ')}` : undefined,
      hint: suggestName(name, known),
    }),
  ];
}

function lostEmphasis(
  { emphasis, measures: names = [] }: Shown,
  path: Path,
  file: YamlFile,
  measures: readonly Measure[],
): Problem[] {
  const known = expandSurveyNames(
    names.filter((name) => typeof name === 'string'),
    measures,
  );
  if (emphasis === undefined || known.includes(emphasis)) return [];
  return [
    makeError('measure-exists', file.placeOf(path), `the chart does not show "${emphasis}"`, {
      expected: `one of ${known.join(', ')}`,
      hint: suggestName(emphasis, known),
    }),
  ];
}

/** A chart shares the number of another, which has one of its own. */
function lostCompanion(
  id: string,
  { with: other }: Shown,
  path: Path,
  file: YamlFile,
  charts: Record<string, Shown>,
): Problem[] {
  const known = Object.keys(charts).filter((one) => one !== id && charts[one]?.with === undefined);
  if (other === undefined || known.includes(other)) return [];
  return [
    makeError('insert-exists', file.placeOf(path), `no chart with a number of its own is called "${other}"`, {
      expected: known.length > 0 ? `one of ${known.join(', ')}` : undefined,
      hint: suggestName(other, known),
    }),
  ];
}
