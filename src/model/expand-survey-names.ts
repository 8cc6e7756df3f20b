import { isFromSurvey, type Measure } from './measure.js';

/** Replaces the name of a survey by its measures, in the order of `measures.yaml`. */
export function expandSurveyNames(names: readonly string[], measures: readonly Measure[]): string[] {
  return names.flatMap((name) => {
    const ofSurvey = measures
      .filter(isFromSurvey)
      .filter(({ survey, isListedUnderSurvey }) => survey?.id === name && isListedUnderSurvey);
    return ofSurvey.length > 0 ? ofSurvey.map(({ id }) => id) : [name];
  });
}
