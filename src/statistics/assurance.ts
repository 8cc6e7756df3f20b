import type { BetterWhen } from '../model/better-when.js';

export type AssuranceStatus = 'consistently met' | 'consistently missed' | 'hit and miss';

/**
 * Compares the limits of ordinary variation with a monthly target (NHS England, "Making data count"). A target is met
 * by a month that equals it. So it is consistently met if the worse limit reaches it, and consistently missed
 * if the better limit does not. Returns null if neither direction is better.
 */
export function assessLimits(
  { lower, upper }: { lower: number; upper: number },
  target: number,
  betterWhen: BetterWhen,
): AssuranceStatus | null {
  if (betterWhen === 'neither') return null;
  const tolerance = 1e-12 * Math.max(Math.abs(lower), Math.abs(upper), Math.abs(target));
  const sign = betterWhen === 'higher' ? 1 : -1;
  const [worse, better] = betterWhen === 'higher' ? [lower, upper] : [upper, lower];
  if (sign * (worse - target) >= -tolerance) return 'consistently met';
  return sign * (better - target) < -tolerance ? 'consistently missed' : 'hit and miss';
}
