import type * as z from 'zod';
import { computeAreaRate } from './compute-area-rate.js';
import type { Figure } from '../../model/figure.js';
import type { MeasureOf } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { nameUnit, type Unit } from '../../model/unit.js';
import { omitEmpty } from '../omit-empty.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import type { areaResult } from './area-result-schema.js';
import { buildFigure, type FigureDefaults, type FigureIdentity } from './build-figure.js';
import { hideTooFew } from './hide-too-few.js';
import { readAnswers } from './read-answers.js';

export type RawResult = z.infer<typeof areaResult.schema>;
type RawMap = Extract<RawResult, object>;
type RawEvents = Extract<RawMap, { population: number | null }>;
type RawAnswers = Exclude<RawMap, RawEvents | { value: number | null }>;
type Measure = MeasureOf<'area-ranking'>;

/** Reads the result of an area, or of all areas together. Its shape must fit the unit of the measure. */
export function readAreaResult(
  measure: Measure,
  identity: Omit<FigureIdentity, 'unit'>,
  raw: RawResult,
  file: YamlFile,
  at: Path,
  defaults: FigureDefaults,
): Checked<Figure | null> {
  const problems = checkResult(measure, raw, file, at);
  if (problems.length > 0) return { value: null, problems };
  if (isEvents(raw)) return { value: readEvents(measure, identity, raw, file, at, defaults), problems: [] };
  if (isAnswers(raw)) {
    const answers = readAnswers(identity, raw, file, at, defaults);
    return { ...answers, value: answers.value && hideTooFew(answers.value.figure, measure) };
  }
  const figure = buildFigure({ ...measure, ...identity }, raw, { file, at }, defaults);
  return { value: hideTooFew(figure, measure), problems: [] };
}

function isMap(raw: RawResult): raw is RawMap {
  return typeof raw === 'object' && raw !== null;
}

function isEvents(raw: RawResult): raw is RawEvents {
  return isMap(raw) && 'population' in raw;
}

function isAnswers(raw: RawResult): raw is RawAnswers {
  return isMap(raw) && !('population' in raw) && !('value' in raw);
}

/** Checks that a result has the shape and the range of its unit. */
function checkResult(measure: Measure, raw: RawResult, file: YamlFile, at: Path): Problem[] {
  const { unit, per } = measure;
  if (isEvents(raw) && per === undefined)
    return [
      makeError('value-fits', file.placeOf(at), 'a count with a population makes a rate', {
        expected: describeShape(measure),
        hint: `For rates, write unit: ratio and per: 1000 for "${measure.id}" in measures.yaml.`,
      }),
    ];
  if (isAnswers(raw) && unit !== 'percent')
    return [
      makeError('value-fits', file.placeOf(at), `counted answers do not fit unit: ${nameUnit(unit)}`, {
        expected: describeShape(measure),
      }),
    ];
  return isMap(raw) && !('value' in raw) ? [] : checkValue(measure, raw, file, at);
}

function checkValue(
  measure: Measure,
  raw: Extract<RawResult, number | null | { value: number | null }>,
  file: YamlFile,
  at: Path,
): Problem[] {
  const value = isMap(raw) ? raw.value : raw;
  const path = isMap(raw) ? [...at, 'value'] : at;
  const range = value !== null && !isInRange(value, measure) ? [value] : [];
  const sample =
    measure.unit !== 'percent' && isMap(raw) ? SAMPLE_KEYS.filter((key) => raw[key] != null) : [];
  return [
    ...range.map((wrong) =>
      makeError('value-fits', file.placeOf(path), `${String(path.at(-1))}: ${wrong} is not valid`, {
        expected: describeShape(measure),
      }),
    ),
    ...sample.map((key) =>
      makeError(
        'key-is-known',
        file.keyPlaceOf([...at, key]),
        `"${key}" is not used with unit: ${nameUnit(measure.unit)}`,
        {
          expected: describeShape(measure),
        },
      ),
    ),
  ];
}

/** The keys that only the result of a survey has. */
const SAMPLE_KEYS = ['base', 'design-effect'] as const;

function isInRange(value: number, { unit, per }: Measure): boolean {
  if (unit === 'percent') return value >= 0 && value <= 100;
  if (unit === 'count') return value >= 0 && Number.isInteger(value);
  return per === undefined || value >= 0;
}

/** Describes what an author may write for an area. */
function describeShape({ unit, per }: Measure): string {
  if (per !== undefined) return `{ count: 41, population: 24000 }, or the rate for ${per} as published`;
  return SHAPES[unit] ?? 'the number as published';
}

const SHAPES: Partial<Record<Unit, string>> = {
  percent: 'a percentage from 0 to 100, as published; or { base: 800, count: 512 }',
  count: 'a whole number without commas',
};

/** Reads events and their population, and computes the rate. */
function readEvents(
  measure: Measure,
  identity: Omit<FigureIdentity, 'unit'>,
  raw: RawEvents,
  file: YamlFile,
  at: Path,
  defaults: FigureDefaults,
): Figure {
  const { source, assumed, count, population } = raw;
  const details = { ...defaults, ...omitEmpty({ source, assumed }) };
  const [events, people] = [
    { part: 'count', words: 'events', value: count },
    { part: 'population', words: 'population', value: population },
  ].map(({ part, words, value }) =>
    buildFigure(
      { id: `${identity.id}.${part}`, label: `${identity.label}: ${words}`, unit: 'count' },
      value,
      { file, at: [...at, part] },
      details,
    ),
  ) as [Figure, Figure];
  return computeAreaRate(
    { ...identity, unit: measure.unit, per: measure.per ?? 1 },
    events,
    people,
    file.placeOf(at),
  );
}
