import type * as z from 'zod';
import { suggestName } from '../../model/suggest-name.js';
import type { Figure } from '../../model/figure.js';
import type { Measure, Survey } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { parseQuarter } from '../../model/quarter.js';
import type { RuleId } from '../../model/rules.js';
import { fromPublished } from '../period-files/build-figure.js';
import type { measuresSchema } from './measures-schema.js';
import type { ReadYaml } from '../source-reader.js';

type Raw = z.infer<typeof measuresSchema>;
type ReadMeasures = ReadYaml<Raw>;
type RawMeasure = Raw['measures'][string];

/** The surveys and measures of `measures.yaml`, with what must hold within each kind of measure. */
export function normaliseMeasures(read: ReadMeasures): Checked<{ surveys: Survey[]; measures: Measure[] }> {
  const surveys = Object.entries(read.data.surveys ?? {}).map(([id, raw]) => survey(id, raw, read));
  const measures = Object.entries(read.data.measures).map(([id, raw]) => measure(id, raw, surveys, read));
  const problems = Object.entries(read.data.measures).flatMap(([id, raw]) => faultsOf(id, raw, read));
  return { value: { surveys, measures }, problems };
}

function survey(id: string, raw: NonNullable<Raw['surveys']>[string], { file }: ReadMeasures): Survey {
  const interviews = raw['interviews-a-year'];
  return {
    id,
    name: raw.name,
    population: raw.population,
    method: raw.method,
    interviews: interviews && {
      id: `surveys.${id}.interviews`,
      label: `${raw.name}: interviews a year`,
      value: interviews.value,
      unit: 'count',
      ...(interviews.qualifier && { qualifier: interviews.qualifier }),
      ...(interviews.assumed && { assumed: interviews.assumed }),
      source: interviews.source,
      place: file.placeOf(['surveys', id, 'interviews-a-year', 'value']),
    },
    designEffect: raw['design-effect'],
    minimumBase: raw['minimum-base'],
  };
}

function measure(id: string, raw: RawMeasure, surveys: Survey[], { file }: ReadMeasures): Measure {
  const { reference, other, numerator, denominator, per } = raw;
  return {
    id,
    kind: raw.kind,
    label: raw.label,
    short: raw.short ?? raw.label,
    question: raw.question,
    unit: raw.unit,
    betterWhen: raw['better-when'],
    source: raw.source,
    survey: surveys.find((one) => one.id === raw.survey),
    compareWith: raw['compare-with'] as Measure['compareWith'],
    comparePlace: file.placeOf(['measures', id, 'compare-with']),
    target: raw.target && {
      figure: targetFigure(id, raw, raw.target, file),
      tolerance: raw.target.tolerance === undefined ? undefined : raw.target.tolerance / 100,
    },
    ends: raw.ends,
    groups: reference !== undefined && other !== undefined ? { reference, other } : undefined,
    ratio:
      numerator !== undefined && denominator !== undefined
        ? { numerator, denominator, per: per ?? 1, place: file.placeOf(['measures', id, 'denominator']) }
        : undefined,
    dispersion: raw.dispersion ?? 1,
    place: file.keyPlaceOf(['measures', id]),
  };
}

function targetFigure(
  id: string,
  { label, unit }: RawMeasure,
  { value, source }: NonNullable<RawMeasure['target']>,
  file: ReadMeasures['file'],
): Figure {
  return {
    id: `${id}.target`,
    label: `${label}: target`,
    value: fromPublished(value, unit),
    unit,
    source,
    place: file.placeOf(['measures', id, 'target', 'value']),
  };
}

/** What each kind of computation needs. */
const NEEDS: Partial<Record<Measure['kind'], (keyof RawMeasure)[]>> = {
  'group-gap': ['reference', 'other'],
  rate: ['numerator', 'denominator', 'per'],
  'detection-rate': ['numerator', 'denominator'],
};

/** What each kind of computation gives. */
const UNITS: Record<Measure['kind'], Figure['unit'][]> = {
  'rolling-survey': ['percent'],
  'area-ranking': ['percent'],
  'group-gap': ['points'],
  'count-to-date': ['count', 'pounds', 'days', 'months'],
  rate: ['ratio'],
  'detection-rate': ['percent'],
  'control-chart': ['count', 'pounds', 'days', 'months'],
  shares: ['percent'],
};

function faultsOf(id: string, raw: RawMeasure, { data, file }: ReadMeasures): Problem[] {
  const at = ['measures', id];
  const surveys = Object.keys(data.surveys ?? {});
  const counts = Object.keys(data.measures).filter((one) => data.measures[one]?.kind === 'count-to-date');
  const missing = (NEEDS[raw.kind] ?? [])
    .filter((key) => raw[key] === undefined)
    .map((key) =>
      makeError('key-is-present', file.keyPlaceOf(at), `a measure of the kind ${raw.kind} needs "${key}"`, {
        expected: `${key}: …`,
      }),
    );
  return [
    ...missing,
    ...oneOf(raw.survey, surveys, 'survey-exists', 'no survey', [...at, 'survey'], file),
    ...oneOf(raw.numerator, counts, 'measure-exists', 'no count', [...at, 'numerator'], file),
    ...(raw.kind === 'detection-rate'
      ? oneOf(raw.denominator, counts, 'measure-exists', 'no count', [...at, 'denominator'], file)
      : []),
    ...quarterExists(raw['compare-with'], [...at, 'compare-with'], file),
    ...unitFits(raw, at, file),
    ...groupsDiffer(raw, at, file),
    ...targetFits(raw, at, file),
  ];
}

function unitFits({ kind, unit }: RawMeasure, at: string[], file: ReadMeasures['file']): Problem[] {
  const units = UNITS[kind];
  if (units.includes(unit)) return [];
  return [
    makeError(
      'unit-fits-kind',
      file.placeOf([...at, 'unit']),
      `a measure of the kind ${kind} is not in ${unit}`,
      {
        expected: units.length > 1 ? `one of ${units.join(', ')}` : `unit: ${units.join()}`,
      },
    ),
  ];
}

function groupsDiffer({ reference, other }: RawMeasure, at: string[], file: ReadMeasures['file']): Problem[] {
  if (reference === undefined || reference !== other) return [];
  return [
    makeError('value-fits', file.placeOf([...at, 'other']), `"${other}" is both groups of the gap`, {
      expected: 'another group than the reference',
    }),
  ];
}

/** A share is reached between 0 and 100%. */
function targetFits({ target, unit }: RawMeasure, at: string[], file: ReadMeasures['file']): Problem[] {
  if (!target || unit !== 'percent' || (target.value >= 0 && target.value <= 100)) return [];
  return [
    makeError('value-fits', file.placeOf([...at, 'target', 'value']), `value: ${target.value} does not fit`, {
      expected: 'a percentage from 0 to 100',
    }),
  ];
}

function oneOf(
  name: string | undefined,
  known: string[],
  rule: RuleId,
  what: string,
  at: string[],
  file: ReadMeasures['file'],
): Problem[] {
  if (name === undefined || known.includes(name)) return [];
  return [
    makeError(rule, file.placeOf(at), `${what} is called "${name}"`, {
      expected: known.length > 0 ? `one of ${known.join(', ')}` : 'an entry in measures.yaml',
      hint: suggestName(name, known),
    }),
  ];
}

function quarterExists(name: string | undefined, at: string[], file: ReadMeasures['file']): Problem[] {
  if (name === undefined || !/^\d/.test(name) || parseQuarter(name)) return [];
  return [
    makeError('quarter-exists', file.placeOf(at), `"${name}" is not a quarter of a financial year`, {
      expected: 'two years that follow each other, such as 2007-08-q4',
    }),
  ];
}
