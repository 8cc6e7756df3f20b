import * as z from 'zod';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { computeDetectionFigure } from '../compute-detection-figure.js';
import { checkName } from '../fields/check-name.js';
import { commonFields } from '../fields/common-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { measureChanges } from '../measure-changes.js';
import { makeUntested } from '../test-result.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('detection-rate').describe('the detections for each offence of the year so far'),
  ...commonFields,
  numerator: field(
    withNames(id, 'measures of the kind count-to-date'),
    'the detections, a measure of the kind count-to-date',
    'burglaries-detected',
  ),
  denominator: field(
    withNames(id, 'measures of the kind count-to-date'),
    'the offences, a measure of the kind count-to-date',
    'burglaries',
  ),
  ...comparedFields,
});

/** Detections for each offence of the year so far. */
export const detectionRate = {
  schema,
  units: ['percent'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const { numerator, denominator } = raw;
    const { value, problems } = normaliseCompared(raw, fields, context);
    return {
      value: { kind: 'detection-rate', ...fields, ...value, numerator, denominator },
      problems: [
        ...checkName(numerator, 'count', context.counts, context.placeOf('numerator')),
        ...checkName(denominator, 'count', context.counts, context.placeOf('denominator')),
        ...problems,
      ],
    };
  },
  compute: (measure, inputs) => ({ indicator: computeDetections(measure, inputs) }),
} satisfies MeasureKindDefinition<'detection-rate', z.infer<typeof schema>>;

/** States changes without a test: detections lag behind offences. */
function computeDetections(measure: MeasureOf<'detection-rate'>, inputs: Inputs): Indicator {
  const { period } = inputs;
  const indicator = buildIndicator(measure, inputs, (data) =>
    computeDetectionFigure(measure, data.period, inputs.history),
  );
  return {
    ...indicator,
    ...measureChanges(measure, period, indicator, {
      family: 'counts',
      testChange: () => makeUntested('detections may belong to offences of an earlier period'),
    }),
    target: assessTarget(measure, period, indicator.value),
  };
}
