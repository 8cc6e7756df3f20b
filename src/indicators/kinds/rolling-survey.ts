import * as z from 'zod';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import { isOfPeriodAlone, nameSpan } from '../../model/name-span.js';
import { windowLabel, type Period } from '../../model/period.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { findRollingFigure } from '../find-rolling-figure.js';
import { commonFields } from '../fields/common-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { normaliseSurvey, surveyFields } from '../fields/survey-fields.js';
import { findPeriodData } from '../../model/find-period-data.js';
import { measureChanges } from '../measure-changes.js';
import { explainMissingWindow, listWaves } from '../pool-waves.js';
import { testPublished, testWaves } from '../test-rolling-change.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z
    .literal('rolling-survey')
    .describe('a percentage of a survey’s answers, over the twelve months that end with each period'),
  ...commonFields,
  ...surveyFields,
  ...comparedFields,
});

/** A survey measure over rolling twelve months: pooled from waves, or as published. */
export const rollingSurvey = {
  schema,
  units: ['percent'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const survey = normaliseSurvey(raw, context);
    const compared = normaliseCompared(raw, fields, context);
    return {
      value: {
        kind: 'rolling-survey',
        ...fields,
        ...survey.value,
        isListedUnderSurvey: true,
        ...compared.value,
      },
      problems: [...survey.problems, ...compared.problems],
    };
  },
  compute: (measure, inputs) => ({ indicator: computeRolling(measure, inputs) }),
} satisfies MeasureKindDefinition<'rolling-survey', z.infer<typeof schema>>;

function computeRolling(measure: MeasureOf<'rolling-survey'>, inputs: Inputs): Indicator {
  const { period, history } = inputs;
  const isPublished = (end: Period): boolean =>
    findPeriodData(history, end)?.rolling[measure.id] !== undefined;
  const indicator = buildIndicator(
    measure,
    inputs,
    (data) => findRollingFigure(measure, data, history),
    (end) => explainMissingWindow(measure, end, history, windowLabel),
  );
  const isAlone = isOfPeriodAlone({ figure: indicator.value, period });
  const nameMissing = isAlone ? ({ label }: Period) => label : windowLabel;
  return {
    ...indicator,
    survey: measure.survey?.id ?? null,
    ...measureChanges(measure, period, indicator, {
      family: measure.survey?.id ?? 'counts',
      namePeriod: nameMissing,
      explainMissing: (end) => explainMissingWindow(measure, end, history, nameMissing),
      nameEarlier: (earlier, from) =>
        from.span === undefined ? nameMissing(earlier) : nameSpan(from, earlier),
      testChange: (earlier, from, to) =>
        isPublished(earlier) || isPublished(period)
          ? testPublished(earlier, period, from, to)
          : testWaves(listWaves(measure, history), earlier, period, from, to),
    }),
    target: assessTarget(measure, period, indicator.value),
  };
}
