import * as z from 'zod';
import type { Figure } from '../../model/figure.js';
import type { Inputs } from '../../model/inputs.js';
import { isOfKind, type MeasureOf } from '../../model/measure.js';
import { nameMonths } from '../../model/name-span.js';
import { getWindowSpan, WINDOWS } from '../../model/window.js';
import { field } from '../../schema/field.js';
import { id, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { makeError, type Problem } from '../../model/problem.js';
import { checkName } from '../fields/check-name.js';
import { commonFields } from '../fields/common-fields.js';
import { disclosureFields } from '../fields/disclosure-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { countFields } from '../fields/count-fields.js';
import { normaliseSurvey, surveyFields } from '../fields/survey-fields.js';
import { findPeriodData } from '../../model/find-period-data.js';
import { findSurveyFigure } from '../find-survey-figure.js';
import { makeMissingFigure } from '../make-missing-figure.js';
import { makeEmptyAreas, rankAreas } from '../areas/rank-areas.js';
import type { MeasureContext } from './measure-context.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const DEFAULT_ENDS = 5;

const schema = z.strictObject({
  kind: z
    .literal('area-ranking')
    .describe('the results by area, of which a table shows the best and the worst'),
  ...commonFields,
  ends: field(
    z.number().int().positive(),
    `how many areas each end of a ranking shows; ${DEFAULT_ENDS} by default`,
    5,
  ).optional(),
  'rank-by': field(
    z.enum(['value', 'change']),
    'what the areas are ranked by: their results, which is the default, or the changes since the period under compare-with',
    'change',
  ).optional(),
  window: field(
    z.enum(WINDOWS),
    'the time that each result covers; by default rolling-12-months for percentages, and period for others',
    'rolling-12-months',
    'period',
  ).optional(),
  'compare-with': comparedFields['compare-with'],
  per: field(
    z.number().positive(),
    'the number of people or homes that a rate is for; areas.yaml then gives the events and the population of each area',
    1000,
  ).optional(),
  ...countFields,
  ...disclosureFields,
  ...surveyFields,
  overall: field(
    withNames(id, 'measures of the kind survey'),
    'the measure of the kind survey with the result for all areas together, from the same survey',
    'satisfied',
  ).optional(),
  'compare-with-area': field(
    withNames(text, 'areas'),
    'the area that a table compares every other one with',
    'Denton',
  ).optional(),
});

type Raw = z.infer<typeof schema>;

/** The results by area: both ends of a league table. */
export const areaRanking = {
  schema,
  units: ['percent', 'count', 'ratio', 'rate', 'number', 'noun', 'pounds', 'points'],
  result: 'ranking',
  normalise: (raw, fields, context) => {
    const survey = normaliseSurvey(raw, context);
    const compared = normaliseCompared({ 'compare-with': raw['compare-with'] }, fields, context);
    const known = context.surveyMeasures
      .filter((other) => other.survey === raw.survey)
      .map((other) => other.id);
    const area = raw['compare-with-area'];
    return {
      value: {
        kind: 'area-ranking',
        ...fields,
        ...survey.value,
        isListedUnderSurvey: false,
        ends: raw.ends ?? DEFAULT_ENDS,
        overall: raw.overall,
        per: raw.per,
        dispersion: raw.dispersion ?? 1,
        window: raw.window ?? (fields.unit === 'percent' ? 'rolling-12-months' : 'period'),
        rankBy: raw['rank-by'] ?? 'value',
        compareWith: compared.value.compareWith,
        comparePlace: compared.value.comparePlace,
        comparedArea:
          area === undefined ? undefined : { name: area, place: context.placeOf('compare-with-area') },
      },
      problems: [
        ...survey.problems,
        ...compared.problems,
        ...checkName(raw.overall, 'survey measure', known, context.placeOf('overall')),
        ...checkFields(raw, context),
        ...checkOverallWindow(raw, context),
      ],
    };
  },
  compute: (measure, inputs) => {
    const { history, period } = inputs;
    const areas = findPeriodData(history, period)?.areas[measure.id] ?? makeEmptyAreas(measure, period);
    return { ranking: rankAreas(measure, areas, inputs, findOverall(measure, inputs)) };
  },
} satisfies MeasureKindDefinition<'area-ranking', Raw>;

/** Checks that the fields of a measure fit its unit and each other. */
function checkFields(raw: Raw, { placeOf }: MeasureContext): Problem[] {
  const isEvents = raw.unit === 'count' || raw.per !== undefined;
  const refuse = (
    key: 'per' | 'dispersion' | 'survey' | 'overall',
    fits: boolean,
    units: string,
  ): Problem[] =>
    raw[key] === undefined || fits
      ? []
      : [
          makeError('unit-fits-kind', placeOf(key), `"${key}" is not used with unit: ${raw.unit}`, {
            hint: `It is used with ${units}.`,
          }),
        ];
  return [
    ...refuse('per', raw.unit === 'ratio' || raw.unit === 'rate', 'unit: ratio and unit: rate'),
    ...refuse('dispersion', isEvents, 'unit: count, and with rates'),
    ...refuse('survey', raw.unit === 'percent', 'unit: percent'),
    ...refuse('overall', raw.unit === 'percent', 'unit: percent'),
    ...(raw['rank-by'] === 'change' && raw['compare-with'] === undefined
      ? [
          makeError('key-is-present', placeOf('rank-by'), 'rank-by: change needs "compare-with"', {
            expected: 'compare-with: previous-year-end, previous-period or same-period-last-year',
          }),
        ]
      : []),
  ];
}

/** Checks that the result for all areas together covers the same time as those of the areas. */
function checkOverallWindow(
  { overall, window }: Raw,
  { surveyMeasures, placeOf }: MeasureContext,
): Problem[] {
  const whole = surveyMeasures.find(({ id: name }) => name === overall);
  const own = window ?? 'rolling-12-months';
  if (!whole || whole.window === own) return [];
  return [
    makeError('value-fits', placeOf('overall'), `"${whole.id}" covers another time than the areas`, {
      expected: `a measure with window: ${own}`,
      hint: `Write window: ${whole.window} here, if the results by area cover that time.`,
    }),
  ];
}

/** Finds the period's result of the measure named under `overall:`. Null if the ranking names none. */
function findOverall(
  { overall }: MeasureOf<'area-ranking'>,
  { measures, history, period }: Inputs,
): Figure | null {
  const measure = measures.find((candidate) => candidate.id === overall);
  if (!measure || !isOfKind(measure, 'survey')) return null;
  const data = findPeriodData(history, period);
  const figure = data && findSurveyFigure(measure, data, history);
  return (
    figure ??
    makeMissingFigure(
      measure,
      `not published for ${nameMonths(getWindowSpan(measure.window, period), period)}`,
    )
  );
}
