import type { BetterWhen } from '../model/better-when.js';
import { findSign, isSignificant, type Direction, type Outcome, type Verdict } from '../model/change.js';
import { changeVerdict, type ChangeVerdict } from '../statistics/verdict.js';
import { ALPHA } from './confidence.js';

/** The adjusted p-values of a change at its least and its most favourable values. They are equal for unrounded figures. */
export interface PValueRange {
  least: number | null;
  most: number | null;
}

const OUTCOMES = {
  'statistically significant improvement': 'better',
  'statistically significant deterioration': 'worse',
  'statistically significant increase': 'increase',
  'statistically significant decrease': 'decrease',
  'no statistically significant change': 'no-clear-change',
  'not tested': 'not-tested',
} satisfies Record<ChangeVerdict, Outcome>;

/**
 * Decides the verdict on a change. A rounded change is significant only if it is so for all unrounded values that print as
 * published. If it is so for only some of them, the outcome cannot be said.
 */
export function decideVerdict(
  direction: Direction,
  { least, most }: PValueRange,
  betterWhen: BetterWhen,
): Verdict {
  const outcome = findOutcome(direction, least, betterWhen);
  if (isSignificant(outcome)) return { outcome, significant: true, strength: 'firm' };
  const isSignificantAtMost = outcome !== 'not-tested' && most !== null && most < ALPHA;
  return {
    outcome: isSignificantAtMost ? 'cannot-be-said' : outcome,
    significant: false,
    strength: null,
  };
}

function findOutcome(direction: Direction, pValue: number | null, betterWhen: BetterWhen): Outcome {
  if (direction !== 'reversed')
    return OUTCOMES[changeVerdict(findSign(direction), pValue, ALPHA, betterWhen)];
  if (pValue === null) return 'not-tested';
  return pValue < ALPHA ? 'reversed' : 'no-clear-change';
}
