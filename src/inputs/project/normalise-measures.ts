import type * as z from 'zod';
import type { MeasureContext } from '../../indicators/kinds/measure-context.js';
import { MEASURE_KINDS, normaliseMeasure, type RawMeasure } from '../../indicators/kinds/index.js';
import type { Measure, MeasureFields } from '../../model/measure.js';
import type { Survey } from '../../model/survey.js';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import { parseUnit, type OwnUnits, type Unit } from '../../model/unit.js';
import { WINDOWS } from '../../model/window.js';
import { normaliseDisclosure } from '../normalise-disclosure.js';
import { readUnit } from '../read-unit.js';
import type { ValidYaml } from '../source-reader.js';
import { warnOfSmallDesignEffects } from '../warn-of-small-design-effects.js';
import type { measuresSchema } from './measures-schema.js';
import { normaliseSurvey } from './normalise-survey.js';

type ReadMeasures = ValidYaml<z.infer<typeof measuresSchema>>;

/** Converts `measures.yaml` to surveys and measures, and checks what each kind of measure needs. */
export function normaliseMeasures(
  { data, file }: ReadMeasures,
  yearStarts: number,
  ownUnits: OwnUnits,
): Checked<{ surveys: Survey[]; measures: Measure[] }> {
  const surveys = Object.entries(data.surveys ?? {}).map(([id, raw]) => normaliseSurvey(id, raw, file));
  const counts = Object.entries(data.measures).flatMap(([id, raw]) =>
    raw.kind === 'count-to-date' || (raw.kind === 'count' && raw.window !== 'as-at') ? [id] : [],
  );
  const surveyMeasures = Object.entries(data.measures).flatMap(([id, raw]) =>
    raw.kind === 'survey' ? [{ id, survey: raw.survey, window: raw.window ?? WINDOWS[0] }] : [],
  );
  const checked = Object.entries(data.measures).map(([id, raw]) =>
    normaliseWithUnit(id, raw, ownUnits, file.keyPlaceOf(['measures', id]), {
      surveys,
      counts,
      surveyMeasures,
      yearStarts,
      placeOf: (...keys) => file.placeOf(['measures', id, ...keys]),
      sourceOf: (...keys) => file.sourceOf(['measures', id, ...keys]),
    }),
  );
  return {
    value: { surveys, measures: checked.map(({ value }) => value) },
    problems: [...checked.flatMap(({ problems }) => problems), ...warnOfSmallDesignEffects(file)],
  };
}

function normaliseWithUnit(
  id: string,
  raw: RawMeasure,
  ownUnits: OwnUnits,
  place: Place,
  context: MeasureContext,
): Checked<Measure> {
  // A measure of the kind rate has per: whatever its unit.
  const per = raw.unit === 'rate' && 'per' in raw ? raw.per : undefined;
  const unit = readUnit({ unit: raw.unit, in: raw.in, per }, ownUnits, context.placeOf);
  const fields: MeasureFields = {
    id,
    label: raw.label,
    short: raw.short ?? raw.label,
    unit: unit.value,
    ...(raw.places !== undefined && { places: raw.places }),
    ...(raw.signed === true && { isSigned: true }),
    betterWhen: raw['better-when'],
    source: raw.source,
    place,
    ...('disclosure' in raw && raw.disclosure && { disclosure: normaliseDisclosure(raw.disclosure) }),
  };
  const { value, problems } = normaliseMeasure(raw, fields, context);
  const misfits =
    unit.problems.length > 0
      ? []
      : [...checkUnit(raw, unit.value, context), ...checkDisclosure(raw, unit.value, context)];
  return { value, problems: [...problems, ...unit.problems, ...misfits] };
}

function checkUnit({ kind, unit: typed }: RawMeasure, unit: Unit, { placeOf }: MeasureContext): Problem[] {
  const { units } = MEASURE_KINDS[kind];
  if (units.includes(parseUnit(unit).kind)) return [];
  const known = units.flatMap((name) =>
    name === 'noun' ? ['days', 'hours', 'minutes', 'months', 'a unit of your own'] : name,
  );
  return [
    makeError('unit-fits-kind', placeOf('unit'), `a measure of the kind ${kind} is not in ${typed}`, {
      expected: known.length > 1 ? `one of ${known.join(', ')}` : `unit: ${known.join()}`,
    }),
  ];
}

/** Checks that a measure with `disclosure:` counts something. */
function checkDisclosure(raw: RawMeasure, unit: Unit, { placeOf }: MeasureContext): Problem[] {
  const isRateByArea = raw.kind === 'area-ranking' && raw.per !== undefined;
  if (!('disclosure' in raw) || !raw.disclosure) return [];
  if (isRateByArea || ['count', 'noun'].includes(parseUnit(unit).kind)) return [];
  return [
    makeError('unit-fits-kind', placeOf('disclosure'), `"disclosure" is not used with unit: ${raw.unit}`, {
      expected: 'unit: count, a unit of your own, or a rate by area with per:',
      hint: raw.unit === 'percent' ? 'For a survey, write minimum-base: of the survey.' : undefined,
    }),
  ];
}
