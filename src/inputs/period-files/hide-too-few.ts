import type { Figure } from '../../model/figure.js';
import type { SurveyFields } from '../../model/measure.js';
import { explainSmallBase } from '../../model/survey.js';

/** Removes the value of a survey result that rests on too few answers, and states the reason. */
export function hideTooFew(figure: Figure, { survey }: SurveyFields): Figure {
  const reason = figure.value === null ? null : explainSmallBase(figure.base, survey);
  return reason === null ? figure : { ...figure, value: null, reason, isUnreliable: true };
}
