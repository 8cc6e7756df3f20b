import type { Measure } from './measure.js';

/**
 * Replaces the name of a survey by its measures, in the order of `measures.yaml`. Measures without a value of their own,
 * such as a ranking of areas, are left out.
 */
export function expandSurveyNames(names: readonly string[], measures: readonly Measure[]): string[] {
  return names.flatMap((name) => {
    const ofSurvey = measures.filter(({ kind, survey }) => survey?.id === name && kind === 'rolling-survey');
    return ofSurvey.length > 0 ? ofSurvey.map(({ id }) => id) : [name];
  });
}
