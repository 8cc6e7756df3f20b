import { countChange, countChangeQuasi } from './counts.js';
import { holm } from './verdict.js';

/** Events, and the people, homes or days that they were counted over. */
export interface ExposedEvents {
  count: number;
  exposure: number;
}

export interface RateDifference {
  /** The first rate less the second, for one unit of exposure. */
  difference: number;
  /** The p-value, adjusted for the other differences (Holm). Null if the test is impossible. */
  pValue: number | null;
  outcome: 'differs' | 'no-clear-difference' | 'not-tested';
}

/**
 * Tests the differences of several pairs of rates together. Each pair is tested as two independent counts: exactly or, if
 * their variance is `dispersion` times that of chance alone, by the log of the ratio of their rates.
 */
export function testRateDifferences(
  pairs: readonly (readonly [ExposedEvents, ExposedEvents])[],
  dispersion: number,
  alpha: number,
): RateDifference[] {
  const adjusted = holm(pairs.map(([first, second]) => testPair(first, second, dispersion)));
  return pairs.map(([first, second], index) => {
    const pValue = adjusted[index] ?? null;
    return {
      difference: first.count / first.exposure - second.count / second.exposure,
      pValue,
      outcome: pValue === null ? 'not-tested' : pValue < alpha ? 'differs' : 'no-clear-difference',
    };
  });
}

function testPair(first: ExposedEvents, second: ExposedEvents, dispersion: number): number | null {
  const counts = [second.count, first.count, second.exposure, first.exposure] as const;
  return dispersion > 1
    ? countChangeQuasi(...counts, dispersion, 0.95).pValue
    : countChange(...counts, 0.95).pValue;
}
