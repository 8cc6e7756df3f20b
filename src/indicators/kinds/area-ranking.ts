import * as z from 'zod';
import { field } from '../../schema/field.js';
import { commonFields } from '../fields/common-fields.js';
import { normaliseSurvey, surveyFields } from '../fields/survey-fields.js';
import { findQuarterData } from '../../model/find-quarter-data.js';
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
});

/** The results by area: both ends of a league table. */
export const areaRanking = {
  schema,
  units: ['percent'],
  result: 'ranking',
  normalise: (raw, fields, context) => {
    const { value, problems } = normaliseSurvey(raw, context);
    return {
      value: {
        kind: 'area-ranking',
        ...fields,
        ...value,
        isListedUnderSurvey: false,
        ends: raw.ends ?? DEFAULT_ENDS,
      },
      problems,
    };
  },
  compute: (measure, { history, quarter, organisation }) => {
    const areas = findQuarterData(history, quarter)?.areas[measure.id] ?? makeEmptyAreas(measure, quarter);
    return { ranking: rankAreas(measure, areas, organisation.areas) };
  },
} satisfies MeasureKindDefinition<'area-ranking', z.infer<typeof schema>>;
