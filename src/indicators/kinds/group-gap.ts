import * as z from 'zod';
import { compareGaps } from '../../model/compare-gaps.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { Period } from '../../model/period.js';
import { countSharedMonths } from '../../model/month-span.js';
import { getWindowSpan, WINDOWS } from '../../model/window.js';
import { field } from '../../schema/field.js';
import { id, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { countPeriodsApart, nameEarlierWindow } from '../describe-window.js';
import { commonFields } from '../fields/common-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { normaliseSurvey, surveyFields } from '../fields/survey-fields.js';
import { findPeriodData } from '../../model/find-period-data.js';
import { makeSizeFigure } from '../make-size-figure.js';
import { measureChanges } from '../measure-changes.js';
import { measureGap } from '../measure-gap.js';
import { correlateGroups, poolGroups } from '../pool-groups.js';
import { testGapChange } from '../test-gap-change.js';
import { makeUntested } from '../test-result.js';
import type { MeasureContext } from './measure-context.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z
    .literal('group-gap')
    .describe(
      'the gap between two groups, such as those of a survey: the reference less the other, in percentage points',
    ),
  ...commonFields,
  reference: field(withNames(id, 'groups'), 'the group from which the other is subtracted', 'over-40'),
  other: field(withNames(id, 'groups'), 'the group that is subtracted', 'under-40'),
  'reference-name': field(
    text,
    'the reference group in words that fit after "for"; by default its name in the data',
    'residents over 40',
  ).optional(),
  'other-name': field(
    text,
    'the other group in words that fit after "for"; by default its name in the data',
    'residents under 40',
  ).optional(),
  ...surveyFields,
  window: field(
    z.enum(WINDOWS),
    'the time that each figure covers: the period, which is the default, or the months that end with it, over which answers are pooled',
    'rolling-12-months',
    'period',
  ).optional(),
  ...comparedFields,
});

type Raw = z.infer<typeof schema>;

/** The gap between two groups in percentage points over a window: pooled from answers, or as published. */
export const groupGap = {
  schema,
  units: ['points'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const { reference, other } = raw;
    const survey = normaliseSurvey(raw, context);
    const compared = normaliseCompared(raw, fields, context);
    return {
      value: {
        kind: 'group-gap',
        ...fields,
        ...survey.value,
        isListedUnderSurvey: false,
        window: raw.window ?? 'period',
        ...compared.value,
        groups: { reference, other },
        groupNames: {
          reference: raw['reference-name'] ?? reference.replaceAll('-', ' '),
          other: raw['other-name'] ?? other.replaceAll('-', ' '),
        },
      },
      problems: [...survey.problems, ...checkGroups(raw, context), ...compared.problems],
    };
  },
  compute: (measure, inputs) => ({ indicator: computeGap(measure, inputs) }),
} satisfies MeasureKindDefinition<'group-gap', Raw>;

function checkGroups({ reference, other }: Raw, { placeOf }: MeasureContext): Problem[] {
  if (reference !== other) return [];
  return [
    makeError('value-fits', placeOf('other'), `"${other}" is both groups of the gap`, {
      expected: 'another group than the reference',
    }),
  ];
}

function computeGap(measure: MeasureOf<'group-gap'>, inputs: Inputs): Indicator {
  const { period, history } = inputs;
  const { window } = measure;
  const indicator = buildIndicator(measure, inputs, (data) => measureGap(measure, data, history));
  const isPublished = (end: Period): boolean => findPeriodData(history, end)?.gaps[measure.id] !== undefined;
  return {
    ...indicator,
    ...countPeriodsApart(window, period),
    ...measureChanges(measure, period, indicator, {
      family: measure.survey?.id ?? 'gaps',
      ...nameEarlierWindow(window),
      findDirection: compareGaps,
      testChange: (earlier, from, to) =>
        isPublished(earlier) || isPublished(period)
          ? makeUntested('the answers behind a gap are not published')
          : testGapChange(
              poolGroups(measure, earlier, history),
              poolGroups(measure, period, history),
              from,
              to,
              {
                correlations: correlateGroups(measure, earlier, period, history),
                sharedMonths: countSharedMonths(
                  getWindowSpan(window, earlier),
                  getWindowSpan(window, period),
                ),
              },
            ),
    }),
    target: assessTarget(measure, period, makeSizeFigure(indicator.value)),
  };
}
