import { expect, test } from 'vitest';
import { spreadLabels } from '../../src/charts/spread-labels.js';

test('leaves labels in place when they are far enough apart', () => {
  expect(spreadLabels([60, 10, 30], 12, 0, 100)).toEqual([60, 10, 30]);
});

test('moves labels that overlap by the same distance to both sides', () => {
  expect(spreadLabels([50, 50], 12, 0, 100)).toEqual([44, 56]);
});

test('keeps the order of labels, and the order of the list for equal positions', () => {
  expect(spreadLabels([52, 50, 50], 10, 0, 100)).toEqual([
    expect.closeTo(60.67, 2),
    expect.closeTo(40.67, 2),
    expect.closeTo(50.67, 2),
  ]);
});

test.each([
  ['above', [2, 4], [0, 12]],
  ['below', [96, 98], [88, 100]],
])('moves labels back that would be %s the plot', (_side, ideals, expected) => {
  expect(spreadLabels(ideals, 12, 0, 100)).toEqual(expected);
});
