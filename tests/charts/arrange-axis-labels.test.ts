import { expect, test } from 'vitest';
import { arrangeAxisLabels } from '../../src/charts/arrange-axis-labels.js';

const STYLE = { size: 9.5, bold: false };
const periods = Array.from(
  { length: 13 },
  (_, index) => `20${10 + Math.floor(index / 4)} Q${(index % 4) + 1}`,
);

test('keeps labels on one line while they fit side by side', () => {
  expect(arrangeAxisLabels(['2008/09 Q1', '2008/09 Q2'], 200, STYLE)).toEqual(['2008/09 Q1', '2008/09 Q2']);
});

test('breaks labels into two lines before it leaves any out', () => {
  expect(arrangeAxisLabels(periods.slice(0, 4), 110, STYLE)).toEqual([
    ['2010', 'Q1'],
    ['2010', 'Q2'],
    ['2010', 'Q3'],
    ['2010', 'Q4'],
  ]);
});

test.each([2, 3, 4, 5, 7, 8, 11, 12, 13])(
  'keeps the first and the newest of %i labels, and leaves the others out evenly from the newest',
  (count) => {
    const labels = arrangeAxisLabels(periods.slice(0, count), 150, STYLE);
    const places = labels.flatMap((label, index) => (label === '' ? [] : [count - 1 - index]));
    expect(places[0]).toBe(count - 1);
    expect(places.at(-1)).toBe(0);
    const steps = places.slice(1, -1).map((place, index) => place - (places[index + 2] ?? 0));
    expect(new Set(steps).size).toBeLessThanOrEqual(1);
  },
);

test('keeps a single label', () => {
  expect(arrangeAxisLabels(['2008/09 Q1'], 10, STYLE)).toHaveLength(1);
  expect(arrangeAxisLabels(['2008/09 Q1'], 10, STYLE)[0]).not.toBe('');
});

test('keeps the labels of periods that matter before others', () => {
  const labels = arrangeAxisLabels(periods, 150, STYLE, [5]);
  expect(labels[5]).toEqual(['2011', 'Q2']);
});
