import type { Measure } from '../../model/measure.js';

/** A survey's name stands for all its measures that have a value of their own, in the order of `measures.yaml`. */
export function measuresNamed(names: string[], measures: readonly Measure[]): string[] {
  return names.flatMap((name) => {
    const ofSurvey = measures.filter(({ kind, survey }) => survey?.id === name && kind === 'rolling-survey');
    return ofSurvey.length > 0 ? ofSurvey.map(({ id }) => id) : [name];
  });
}
