import { expect, test } from 'vitest';
import { computeGapDesignEffect } from '../../src/statistics/gap.js';

/** The expected numbers were computed in Python: (d₁/n₁ + d₂/n₂) / (1/n₁ + 1/n₂). */
test.each([
  [1.2, 1.6, 1.4957110609480813],
  [1.2, 1, 1.0521444695259594],
  [1.3, 1.3, 1.3],
])('joins the design effects %d and %d of two groups', (reference, other, expected) => {
  const groups = {
    reference: { x: 558, n: 655, deff: reference },
    other: { x: 190, n: 231, deff: other },
  };
  expect(computeGapDesignEffect(groups)).toBeCloseTo(expected, 12);
});

test('has no design effect for an empty group', () => {
  const sample = { x: 1, n: 2, deff: 1 };
  expect(computeGapDesignEffect({ reference: sample, other: { ...sample, n: 0 } })).toBeNull();
});
