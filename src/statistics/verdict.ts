import type { BetterWhen } from '../model/better-when.js';

/**
 * Adjusts p-values for multiple tests (Holm 1979, step-down), in the input order. Null values stay null and
 * do not count as tests.
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const known = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 0;
  known.forEach(({ p, index }, rank) => {
    least = Math.max(least, Math.min(1, p * (known.length - rank)));
    adjusted[index] = least;
  });
  return adjusted;
}

export type ChangeVerdict =
  | 'not tested'
  | 'no statistically significant change'
  | `statistically significant ${'increase' | 'decrease' | 'improvement' | 'deterioration'}`;

/** Judges a change. A p-value equal to `alpha` is not significant, and a difference of 0 never is. */
export function changeVerdict(
  diff: number | null,
  pValue: number | null,
  alpha: number,
  betterWhen: BetterWhen,
): ChangeVerdict {
  if (pValue === null || diff === null) return 'not tested';
  if (!(pValue < alpha) || diff === 0) return 'no statistically significant change';
  if (betterWhen === 'neither') return `statistically significant ${diff > 0 ? 'increase' : 'decrease'}`;
  const isBetter = diff > 0 === (betterWhen === 'higher');
  return `statistically significant ${isBetter ? 'improvement' : 'deterioration'}`;
}
