import * as z from 'zod';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import { isOfPeriodAlone, nameSpan } from '../../model/name-span.js';
import { monthsOf, windowLabel, type Period } from '../../model/period.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { findSurveyFigure } from '../find-survey-figure.js';
import { commonFields } from '../fields/common-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { normaliseSurvey, surveyFields } from '../fields/survey-fields.js';
import { findPeriodData } from '../../model/find-period-data.js';
import { countMonths } from '../../model/month-span.js';
import { getWindowSpan, WINDOWS } from '../../model/window.js';
import { field } from '../../schema/field.js';
import { measureChanges } from '../measure-changes.js';
import { explainMissingWindow, listWaves, listWaveWindow } from '../pool-waves.js';
import { testPublished, testWaves } from '../test-survey-change.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('survey').describe('a percentage of a survey’s answers'),
  ...commonFields,
  ...surveyFields,
  window: field(
    z.enum(WINDOWS),
    'the time that each figure covers; by default rolling-12-months, the twelve months that end with the period',
    'period',
    'rolling-12-months',
  ).optional(),
  ...comparedFields,
});

/** A survey measure over a window of months: pooled from waves, or as published. */
export const surveyMeasure = {
  schema,
  units: ['percent'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const survey = normaliseSurvey(raw, context);
    const compared = normaliseCompared(raw, fields, context);
    return {
      value: {
        kind: 'survey',
        ...fields,
        ...survey.value,
        isListedUnderSurvey: true,
        window: raw.window ?? WINDOWS[0],
        ...compared.value,
      },
      problems: [...survey.problems, ...compared.problems],
    };
  },
  compute: (measure, inputs) => ({ indicator: computeSurvey(measure, inputs) }),
} satisfies MeasureKindDefinition<'survey', z.infer<typeof schema>>;

function computeSurvey(measure: MeasureOf<'survey'>, inputs: Inputs): Indicator {
  const { period, history } = inputs;
  const isPublished = (end: Period): boolean =>
    findPeriodData(history, end)?.published[measure.id] !== undefined;
  const indicator = buildIndicator(
    measure,
    inputs,
    (data) => findSurveyFigure(measure, data, history),
    (end) =>
      explainMissingWindow(
        measure,
        end,
        history,
        measure.window === 'period' ? ({ label }) => label : windowLabel,
      ),
  );
  const isAlone = measure.window === 'period' || isOfPeriodAlone({ figure: indicator.value, period });
  const nameMissing = isAlone ? ({ label }: Period) => label : windowLabel;
  const months = countMonths(getWindowSpan(measure.window, period));
  return {
    ...indicator,
    periodsApart: Math.max(1, Math.ceil(months / monthsOf(period).length)),
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
          : testWaves(
              listWaves(measure, history),
              listWaveWindow(measure, earlier, history),
              listWaveWindow(measure, period, history),
              from,
              to,
            ),
    }),
    target: assessTarget(measure, period, indicator.value),
  };
}
