import { expect, test } from 'vitest';
import { formatNumber, formatPercent, formatPoints, formatSignedPoints } from '../src/format/numbers.js';
import { joinNames, formatNumberInWords } from '../src/format/words.js';
import { formatDate, formatDateRange } from '../src/format/dates.js';

test.each([
  [formatNumber(265961), '265,961'],
  [formatNumber(-1234.5, 1), '−1,234.5'],
  [formatPercent(0.285), '29%'],
  [formatPercent(0.285, 1), '28.5%'],
  [formatPoints(0.08), '8 percentage points'],
  [formatPoints(0.01), '1 percentage point'],
  [formatSignedPoints(0.08), '+8'],
  [formatSignedPoints(-0.004), '0'],
  [formatNumberInWords(3), 'three'],
  [formatNumberInWords(32), '32'],
  [joinNames(['a', 'b', 'c']), 'a, b and c'],
  [joinNames(['a']), 'a'],
  [formatDate('2009-04-02'), '2 April 2009'],
  [formatDateRange('2009-03-28', '2009-04-03'), '28 March to 3 April 2009'],
  [formatDateRange('2008-12-28', '2009-01-03'), '28 December 2008 to 3 January 2009'],
  [formatDateRange('2009-03-01', '2009-03-03'), '1 to 3 March 2009'],
])('formats %s', (actual, expected) => {
  expect(actual).toBe(expected);
});
