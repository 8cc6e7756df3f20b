import * as z from 'zod';
import type { Figure } from '../../model/figure.js';
import type { Inputs } from '../../model/inputs.js';
import { isOfKind, type MeasureOf } from '../../model/measure.js';
import { windowLabel } from '../../model/period.js';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { checkName } from '../fields/check-name.js';
import { commonFields } from '../fields/common-fields.js';
import { normaliseSurvey, surveyFields } from '../fields/survey-fields.js';
import { findPeriodData } from '../../model/find-period-data.js';
import { findSurveyFigure } from '../find-survey-figure.js';
import { makeMissingFigure } from '../make-missing-figure.js';
import { makeEmptyAreas, rankAreas } from '../rank-areas.js';
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
  ...surveyFields,
  overall: field(
    withNames(id, 'measures of the kind survey'),
    'the measure of the kind survey with the result for all areas together, from the same survey',
    'satisfied',
  ).optional(),
});

/** The results by area: both ends of a league table. */
export const areaRanking = {
  schema,
  units: ['percent'],
  result: 'ranking',
  normalise: (raw, fields, context) => {
    const { value, problems } = normaliseSurvey(raw, context);
    const known = context.surveyMeasures
      .filter(({ survey }) => survey === raw.survey)
      .map((other) => other.id);
    return {
      value: {
        kind: 'area-ranking',
        ...fields,
        ...value,
        isListedUnderSurvey: false,
        ends: raw.ends ?? DEFAULT_ENDS,
        overall: raw.overall,
      },
      problems: [...problems, ...checkName(raw.overall, 'survey measure', known, context.placeOf('overall'))],
    };
  },
  compute: (measure, inputs) => {
    const { history, period, organisation } = inputs;
    const areas = findPeriodData(history, period)?.areas[measure.id] ?? makeEmptyAreas(measure, period);
    return { ranking: rankAreas(measure, areas, organisation.areas, findOverall(measure, inputs)) };
  },
} satisfies MeasureKindDefinition<'area-ranking', z.infer<typeof schema>>;

/** Finds the quarter's result of the measure named under `overall:`. Null if the ranking names none. */
function findOverall(
  { overall }: MeasureOf<'area-ranking'>,
  { measures, history, period }: Inputs,
): Figure | null {
  const measure = measures.find((candidate) => candidate.id === overall);
  if (!measure || !isOfKind(measure, 'survey')) return null;
  const data = findPeriodData(history, period);
  const figure = data && findSurveyFigure(measure, data, history);
  return figure ?? makeMissingFigure(measure, `not published for ${windowLabel(period)}`);
}
