import { expect, test } from 'vitest';
import { parseSpan } from '../../../src/inputs/period-files/parse-span.js';

test.each([
  ['2008/09 Q3', '2008-10', '2008-12'],
  ['2008-09-q3', '2008-10', '2008-12'],
  ['Q4 2007/08', '2008-01', '2008-03'],
  ['2008/09 Q3, rolling 12 months', '2008-01', '2008-12'],
  ['twelve months to December 2008', '2008-01', '2008-12'],
  ['12 months ending 31 March 2009', '2008-04', '2009-03'],
  ['year to the end of June 2024', '2023-07', '2024-06'],
  ['financial year 2007/08', '2007-04', '2008-03'],
  ['2007/08', '2007-04', '2008-03'],
  ['calendar year 2008', '2008-01', '2008-12'],
  ['2008', '2008-01', '2008-12'],
  ['December 2008', '2008-12', '2008-12'],
  ['October to December 2008', '2008-10', '2008-12'],
  ['Oct–Dec 2008', '2008-10', '2008-12'],
  ['November 2008 to January 2009', '2008-11', '2009-01'],
  ['1 October 2008 to 31 December 2008', '2008-10', '2008-12'],
  ['28 March to 3 April 2009', '2009-03', '2009-04'],
  ['5 to 20 December 2008', '2008-12', '2008-12'],
])('reads the months of "%s"', (period, first, last) => {
  expect(parseSpan(period, 4)).toEqual({ first, last });
});

test.each(['spring 2024', 'the last survey', '2008/10', '', 'December to October 2008', 'Q5 2008/09', 'to'])(
  'reads no months in "%s"',
  (period) => {
    expect(parseSpan(period, 4)).toBeNull();
  },
);
