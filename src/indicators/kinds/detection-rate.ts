import * as z from 'zod';
import { formatValue } from '../../format.js';
import type { Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import type { Quarter } from '../../model/quarter.js';
import { field, id } from '../../schema/schema-parts.js';
import { detectionRate as divide } from '../../statistics/counts.js';
import { assessTarget } from '../assess-target.js';
import { buildIndicator } from '../build-indicator.js';
import { countToDate } from '../count-to-date.js';
import { checkName } from '../fields/check-name.js';
import { commonFields } from '../fields/common-fields.js';
import { comparedFields, normaliseCompared } from '../fields/compared-fields.js';
import { measureChange } from '../measure-change.js';
import { missingFigure } from '../missing-figure.js';
import { missingInput, ratioFigure } from '../ratio-figure.js';
import { notTested } from '../test-result.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('detection-rate').describe('the detections for each offence of the year so far'),
  ...commonFields,
  numerator: field(id, 'the detections, a measure of the kind count-to-date', 'burglaries-detected'),
  denominator: field(id, 'the offences, a measure of the kind count-to-date', 'burglaries'),
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

/** Changes are stated and not tested: detections lag behind offences. */
function computeDetections(measure: MeasureOf<'detection-rate'>, inputs: Inputs): Indicator {
  const { quarter } = inputs;
  const indicator = buildIndicator(measure, inputs, (data) => detectionFigure(measure, data.quarter, inputs));
  return {
    ...indicator,
    change: measureChange(measure, quarter, indicator, {
      family: 'counts',
      testChange: () => notTested('detections may belong to offences of an earlier period'),
    }),
    target: assessTarget(measure, quarter, indicator.value),
  };
}

function detectionFigure(
  measure: MeasureOf<'detection-rate'>,
  quarter: Quarter,
  { history }: Inputs,
): Figure | null {
  const detections = countToDate(measure.numerator, quarter, history);
  const offences = countToDate(measure.denominator, quarter, history);
  if (!detections || !offences) return null;
  const missing = missingInput(measure, [detections, offences]);
  if (missing) return missing;
  const { rate, status } = divide(detections.value ?? 0, offences.value ?? 0);
  if (rate === null) return missingFigure(measure, `${status}: no offences`);
  return {
    ...ratioFigure(measure, detections),
    value: rate,
    base: offences.value ?? 0,
    formula: `${formatValue(detections)} ÷ ${formatValue(offences)}`,
    inputs: [detections, offences],
  };
}
