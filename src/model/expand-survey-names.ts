import { isFromSurvey, type Measure } from './measure.js';

/** Replaces the name of a survey by its measures, in the order of `measures.yaml`. */
export function expandSurveyNames(names: readonly string[], measures: readonly Measure[]): string[] {
  return names.flatMap((name) => {
    const ofSurvey = listSurveyMeasures(name, measures);
    return ofSurvey.length > 0 ? ofSurvey.map(({ id }) => id) : [name];
  });
}

/** Lists the measures that the name of a survey selects. Returns none for other names. */
export function listSurveyMeasures(name: string, measures: readonly Measure[]): Measure[] {
  return measures
    .filter(isFromSurvey)
    .filter(({ survey, isListedUnderSurvey }) => survey?.id === name && isListedUnderSurvey);
}
