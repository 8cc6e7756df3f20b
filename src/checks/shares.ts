import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';

/** Parts of a whole may miss 100% by what rounding explains: half a point for each part. */
export function checkShares({ indicators }: Checkable): Problem[] {
  return Object.values(indicators.shares)
    .filter(({ sum, parts }) => Math.abs((sum.value ?? 1) - 1) > parts.length * 0.005 + 1e-9)
    .map(({ sum, label }) =>
      found(
        'shares-add-up',
        sum.place,
        `the shares of "${label}" add up to ${Math.round((sum.value ?? 0) * 1000) / 10}%`,
        {
          expected: '100%, or as near as rounding brings it',
        },
      ),
    );
}
