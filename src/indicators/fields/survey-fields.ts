import type { SurveyFields } from '../../model/measure.js';
import type { Checked } from '../../model/problem.js';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { checkName } from './check-name.js';
import type { MeasureContext } from '../kinds/measure-context.js';

/** The survey of a measure, in `measures.yaml`. */
export const surveyFields = {
  survey: field(
    withNames(id, 'surveys'),
    'the survey it comes from, by its name under surveys:',
    'residents',
  ).optional(),
};

/** Finds the survey that a measure names. */
export function normaliseSurvey(
  { survey: name }: { survey?: string | undefined },
  { surveys, placeOf }: MeasureContext,
): Checked<Pick<SurveyFields, 'survey'>> {
  return {
    value: { survey: surveys.find(({ id }) => id === name) },
    problems: checkName(
      name,
      'survey',
      surveys.map(({ id }) => id),
      placeOf('survey'),
    ),
  };
}
