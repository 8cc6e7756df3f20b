import * as z from 'zod';
import { commonFields } from '../fields/common-fields.js';
import { findPeriodData } from '../../model/find-period-data.js';
import { sumShares } from '../sum-shares.js';
import type { MeasureKindDefinition } from './measure-kind.js';

const schema = z.strictObject({
  kind: z.literal('shares').describe('the parts of one whole, in percent'),
  ...commonFields,
});

/** The parts of one whole, in percent, with their sum. */
export const shares = {
  schema,
  units: ['percent'],
  result: 'shares',
  normalise: (_raw, fields) => ({ value: { kind: 'shares', ...fields }, problems: [] }),
  compute: (measure, { history, period }) => {
    const parts = findPeriodData(history, period)?.shares[measure.id];
    return { shares: parts ? sumShares(measure, parts) : null };
  },
} satisfies MeasureKindDefinition<'shares', z.infer<typeof schema>>;
