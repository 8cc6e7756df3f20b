import type { Verdict } from '../model/change.js';
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

/** Decides the verdict on a difference by its adjusted p-value. */
export function decideVerdict(
  difference: number | null,
  pValue: number | null,
  betterWhen: BetterWhen,
): Verdict {
  const outcome = OUTCOMES[changeVerdict(difference, pValue, ALPHA, betterWhen)];
  return { outcome, significant: outcome !== 'no-clear-change' && outcome !== 'not-tested' };
}
