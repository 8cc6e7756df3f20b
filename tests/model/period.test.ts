import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parsePeriod,
  previousYearEnd,
  periodDates,
  findPeriodOf,
  rollingWindow,
  shiftPeriod,
  windowLabel,
  type Period,
} from '../../src/model/period.js';
import { readPeriod } from '../support/read-period.js';

const quarterOf = (date: Date): Period => findPeriodOf(date, 'quarter', 4);

test.each([
  '2008-09-q0',
  '2008-09-q5',
  '2008-10-q1',
  '2008-9-q1',
  '2008-09-Q1',
  '9999-00-q4',
  '0000-01-q1',
  '',
])('rejects "%s" as a quarter', (name) => {
  expect(parsePeriod(name, 4)).toBeNull();
});

test('accepts a financial year at the turn of a century', () => {
  expect(parsePeriod('1999-00-q1', 4)?.id).toBe('1999-00-q1');
});

test.each([
  ['2008-12-31', '2008-09-q3'],
  ['2009-01-01', '2008-09-q4'],
  ['2009-03-31', '2008-09-q4'],
  ['2009-04-01', '2009-10-q1'],
])('puts %s in the quarter %s', (day, period) => {
  expect(quarterOf(new Date(`${day}T00:00:00Z`)).id).toBe(period);
});

test('starts each quarter the day after the last one ends, and assigns its first and last day to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2000, max: 3000 }), (days) => {
      const period = quarterOf(new Date(Date.UTC(2008, 3, 1) + days * 86_400_000));
      const { start, end } = periodDates(period);
      expect(quarterOf(start)).toBe(period);
      expect(quarterOf(end)).toBe(period);
      expect(periodDates(shiftPeriod(period, -1)).end.getTime()).toBe(start.getTime() - 86_400_000);
    }),
  );
});

test('gives a rolling year four quarters, and names it after a financial year only if it ends in Q4', () => {
  expect(rollingWindow(readPeriod('2008-09-q3')).map(({ id }) => id)).toEqual([
    '2007-08-q4',
    '2008-09-q1',
    '2008-09-q2',
    '2008-09-q3',
  ]);
  expect(windowLabel(readPeriod('2007-08-q4'))).toBe('2007/08');
  expect(windowLabel(readPeriod('2008-09-q3'))).toBe('2008/09 Q3');
  expect(windowLabel(readPeriod('2008-m03'))).toBe('March 2008');
  expect(readPeriod('2007-08-q4').label).toBe('2007/08 Q4');
  expect(previousYearEnd(readPeriod('2008-09-q3')).id).toBe('2007-08-q4');
  expect(previousYearEnd(readPeriod('2008-09-q4')).id).toBe('2007-08-q4');
});
