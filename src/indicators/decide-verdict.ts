import { findSign, type Direction, type Verdict } from '../model/change.js';
import type { BetterWhen } from '../model/better-when.js';
import { changeVerdict, type ChangeVerdict } from '../statistics/verdict.js';
import { ALPHA } from './confidence.js';

const OUTCOMES: Record<ChangeVerdict, Verdict['outcome']> = {
  'statistically significant improvement': 'better',
  'statistically significant deterioration': 'worse',
  'statistically significant increase': 'increase',
  'statistically significant decrease': 'decrease',
  'no statistically significant change': 'no-clear-change',
  'not tested': 'not-tested',
};

/** Decides the verdict on a change by its adjusted p-value. */
export function decideVerdict(direction: Direction, pValue: number | null, betterWhen: BetterWhen): Verdict {
  const outcome = findOutcome(direction, pValue, betterWhen);
  return { outcome, significant: outcome !== 'no-clear-change' && outcome !== 'not-tested' };
}

function findOutcome(
  direction: Direction,
  pValue: number | null,
  betterWhen: BetterWhen,
): Verdict['outcome'] {
  if (direction !== 'reversed')
    return OUTCOMES[changeVerdict(findSign(direction), pValue, ALPHA, betterWhen)];
  if (pValue === null) return 'not-tested';
  return pValue < ALPHA ? 'reversed' : 'no-clear-change';
}
