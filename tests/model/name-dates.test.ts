import { expect, test } from 'vitest';
import type { Figure } from '../../src/model/figure.js';
import { nameDates, writeDatesInSentence } from '../../src/model/name-dates.js';
import type { Period } from '../../src/model/period.js';
import { readPeriod } from '../support/read-period.js';

type Measure = Parameters<typeof nameDates>[0][number];

const q1 = readPeriod('2030-31-q1');
const q2 = readPeriod('2030-31-q2');

function makeMeasure(
  period: Period,
  figure: Partial<Figure>,
  kind: 'survey' | 'count' | 'count-to-date',
): Measure {
  const whole: Figure = {
    id: 'x',
    label: 'X',
    value: 1,
    unit: 'count',
    place: { file: '', line: 1, column: 1 },
    source: '',
    ...figure,
  };
  return {
    series: [{ period, figure: whole }],
    survey: kind === 'survey' ? 'residents' : null,
    projection: kind === 'count-to-date' ? whole : null,
  };
}

test.each([
  ['twelve months', makeMeasure(q2, {}, 'survey'), 'Year to September 2030'],
  [
    'a single quarter',
    makeMeasure(q2, { span: { first: '2030-07', last: '2030-09' } }, 'survey'),
    'July to September 2030',
  ],
  [
    'a single month',
    makeMeasure(readPeriod('2030-m09'), { span: { first: '2030-09', last: '2030-09' } }, 'count'),
    'September 2030',
  ],
  ['the year so far', makeMeasure(q2, {}, 'count-to-date'), 'April to September 2030'],
  ['the whole year', makeMeasure(readPeriod('2030-31-q4'), {}, 'count-to-date'), 'Year to March 2031'],
  ['a number at a date', makeMeasure(q2, { at: '2030-09-30' }, 'count'), '30 September 2030'],
  [
    'days that its author states',
    makeMeasure(q2, { window: { from: '2030-07-03', to: '2030-09-12' } }, 'count'),
    '3 July to 12 September 2030',
  ],
  ['months that the author does not state', makeMeasure(q2, { span: 'unknown' }, 'survey'), '2030/31 Q2'],
])('names %s', (_what, measure, name) => {
  expect(nameDates([measure], measure.series[0]?.period ?? q2)).toBe(name);
});

test('names a period whose figures cover different times by its label', () => {
  const measures = [makeMeasure(q2, {}, 'survey'), makeMeasure(q2, {}, 'count-to-date')];
  expect(nameDates(measures, q2)).toBe('2030/31 Q2');
});

test.each([
  [makeMeasure(q2, {}, 'survey'), 'Year to June 2030'],
  [makeMeasure(q2, {}, 'count-to-date'), 'April to June 2030'],
  [makeMeasure(q2, { at: '2030-09-30' }, 'count'), '30 June 2030'],
])('names a period without figures like the latest', (measure, name) => {
  expect(nameDates([measure], q1)).toBe(name);
});

test('writes a year in a sentence with a small letter', () => {
  expect(writeDatesInSentence('Year to June 2030')).toBe('the year to June 2030');
  expect(writeDatesInSentence('June 2030')).toBe('June 2030');
});
