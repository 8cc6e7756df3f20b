import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundDecimal } from '../../src/statistics/rounding.js';

test.each([
  [1.005, 2, '1.01'],
  [2.5, 0, '3'],
  [-2.5, 0, '-3'],
  [-0.2, 0, '0'],
  [0.045, 2, '0.05'],
  [1e21, 0, '1000000000000000000000'],
  [1.5e-7, 2, '0.00'],
  [999.995, 2, '1000.00'],
])('rounds %d to %d places as %s', (value, places, text) => {
  expect(roundDecimal(value, places)).toBe(text);
});

test('never prints a negative zero and is never off by more than half a unit', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 0, max: 4 }),
      (value, places) => {
        const text = roundDecimal(value, places);
        expect(text).not.toMatch(/^-0(\.0*)?$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5 * 10 ** -places * (1 + 1e-9));
      },
    ),
  );
});
