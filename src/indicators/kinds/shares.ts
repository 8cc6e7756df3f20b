import * as z from 'zod';
import { commonFields } from '../fields/common-fields.js';
import { findQuarterData } from '../../model/find-quarter-data.js';
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
  compute: (measure, { history, quarter }) => {
    const parts = findQuarterData(history, quarter)?.shares[measure.id];
    return { shares: parts ? sumShares(measure, parts) : null };
  },
} satisfies MeasureKindDefinition<'shares', z.infer<typeof schema>>;
