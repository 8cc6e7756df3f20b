import * as z from 'zod';
import { buildIndicator } from '../build-indicator.js';
import { computeControl } from '../compute-control.js';
import { commonFields } from '../fields/common-fields.js';
import { disclosureFields } from '../fields/disclosure-fields.js';
import { monthlyFields, normaliseMonthly } from '../fields/monthly-fields.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('control-chart').describe('a count by month, with the limits of ordinary variation'),
  ...commonFields,
  ...monthlyFields,
  ...disclosureFields,
});

/** Monthly counts over all quarters on file, with the limits of ordinary variation. The value is the latest month's. */
export const controlChart = {
  schema,
  units: ['count', 'number', 'pounds', 'noun'],
  result: 'single value',
  normalise: (raw, fields, context) => {
    const { value, problems } = normaliseMonthly(raw, fields, context);
    return { value: { kind: 'control-chart', ...fields, ...value }, problems };
  },
  compute: (measure, inputs) => {
    const indicator = buildIndicator(
      measure,
      inputs,
      ({ months }) => months[measure.id]?.at(-1)?.figure ?? null,
    );
    return { indicator: { ...indicator, control: computeControl(measure, inputs) } };
  },
} satisfies MeasureKindDefinition<'control-chart', z.infer<typeof schema>>;
