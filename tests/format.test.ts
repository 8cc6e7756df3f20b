import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatDate,
  formatDateRange,
  formatNumber,
  formatPercent,
  formatPoints,
  formatSignedPoints,
  joinNames,
  numberInWords,
  roundDecimal,
} from '../src/format.js';

test.each([
  [1.005, 2, '1.01'],
  [2.5, 0, '3'],
  [-2.5, 0, '-3'],
  [-0.2, 0, '0'],
  [0.045, 2, '0.05'],
  [1e21, 0, '1000000000000000000000'],
  [1.5e-7, 2, '0.00'],
  [999.995, 2, '1000.00'],
])('%d to %d places is %s', (value, places, text) => {
  expect(roundDecimal(value, places)).toBe(text);
});

test('rounding never prints a negative nought, and is never off by more than half a step', () => {
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

test.each([
  [formatNumber(265961), '265,961'],
  [formatNumber(-1234.5, 1), '−1,234.5'],
  [formatPercent(0.285), '29%'],
  [formatPercent(0.285, 1), '28.5%'],
  [formatPoints(0.08), '8 percentage points'],
  [formatPoints(0.01), '1 percentage point'],
  [formatSignedPoints(0.08), '+8'],
  [formatSignedPoints(-0.004), '0'],
  [numberInWords(3), 'three'],
  [numberInWords(32), '32'],
  [joinNames(['a', 'b', 'c']), 'a, b and c'],
  [joinNames(['a']), 'a'],
  [formatDate('2009-04-02'), '2 April 2009'],
  [formatDateRange('2009-03-28', '2009-04-03'), '28 March to 3 April 2009'],
  [formatDateRange('2008-12-28', '2009-01-03'), '28 December 2008 to 3 January 2009'],
  [formatDateRange('2009-03-01', '2009-03-03'), '1 to 3 March 2009'],
])('%s', (made, wanted) => {
  expect(made).toBe(wanted);
});
