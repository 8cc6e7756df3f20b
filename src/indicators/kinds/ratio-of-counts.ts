import * as z from 'zod';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { computeCountRatio } from '../compute-count-ratio.js';
import { countPeriodsApart, nameEarlierWindow } from '../describe-window.js';
import { checkName } from '../fields/check-name.js';
import { commonFields } from '../fields/common-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { windowOfCounts } from '../fields/window-of-counts.js';
import { inheritDisclosure } from '../inherit-disclosure.js';
import { measureChanges } from '../measure-changes.js';
import { makeUntested } from '../test-result.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('ratio-of-counts').describe('one count as a percentage of another'),
  ...commonFields,
  numerator: field(
    withNames(id, 'measures of the kind count-to-date', 'measures of the kind count'),
    'the count that is divided, a measure of the kind count-to-date or count',
    'repairs-done',
  ),
  denominator: field(
    withNames(id, 'measures of the kind count-to-date', 'measures of the kind count'),
    'the count that it is divided by, a measure of the kind count-to-date or count',
    'repairs-asked-for',
  ),
  ...windowOfCounts,
  ...comparedFields,
});

/** One count of the year so far, or of another window, as a percentage of another. */
export const ratioOfCounts = {
  schema,
  units: ['percent'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const { numerator, denominator, window = 'year-to-date' } = raw;
    const { value, problems } = normaliseCompared(raw, fields, context);
    return {
      value: { kind: 'ratio-of-counts', ...fields, ...value, numerator, denominator, window },
      problems: [
        ...checkName(numerator, 'count', context.counts, context.placeOf('numerator')),
        ...checkName(denominator, 'count', context.counts, context.placeOf('denominator')),
        ...problems,
      ],
    };
  },
  compute: (measure, inputs) => ({ indicator: computeRatio(measure, inputs) }),
} satisfies MeasureKindDefinition<'ratio-of-counts', z.infer<typeof schema>>;

/** States changes without a test: the cases that are divided may belong to an earlier period. */
function computeRatio(measure: MeasureOf<'ratio-of-counts'>, inputs: Inputs): Indicator {
  const { period } = inputs;
  const { window } = measure;
  const protectedMeasure = inheritDisclosure(measure, inputs, [measure.numerator, measure.denominator]);
  const indicator = buildIndicator(protectedMeasure, inputs, (data) =>
    computeCountRatio(measure, data.period, inputs.history),
  );
  return {
    ...indicator,
    ...countPeriodsApart(window, period),
    ...measureChanges(measure, period, indicator, {
      family: 'counts',
      ...nameEarlierWindow(window),
      testChange: () => makeUntested('one count may include cases of the other from an earlier period'),
    }),
    target: assessTarget(measure, period, indicator.value),
  };
}
