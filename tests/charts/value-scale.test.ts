import { expect, test } from 'vitest';
import { chooseScale } from '../../src/charts/value-scale.js';

function listTicks(...args: Parameters<typeof chooseScale>): string[] {
  return chooseScale(...args).ticks.map(({ text }) => text);
}

test('starts at zero with round ticks', () => {
  expect(listTicks([62, 131], 'count')).toEqual(['0', '50', '100', '150']);
  expect(listTicks([1.2, 3.1], 'days')).toEqual(['0', '1', '2', '3', '4']);
  expect(listTicks([800, 1300], 'pounds thousand')).toEqual(['£0k', '£500k', '£1,000k', '£1,500k']);
});

test('has only whole counts', () => {
  expect(listTicks([1, 2], 'count')).toEqual(['0', '1', '2']);
});

test('shows zero between values of both signs', () => {
  expect(listTicks([-0.03, 0.06], 'points')).toContain('0');
  expect(listTicks([-0.03, 0.06], 'points')).toContain('+2');
});

test('ends percentages of a whole at 100', () => {
  expect(chooseScale([0.98], 'percent').max).toBe(1);
});

test('starts a percentage at a later ten only if it may', () => {
  expect(chooseScale([0.62, 0.68], 'percent').min).toBe(0);
  expect(chooseScale([0.62, 0.68], 'percent', { mayStartLater: true }).min).toBe(0.6);
  expect(chooseScale([12, 13], 'count', { mayStartLater: true }).min).toBe(0);
});

test.each([
  ['nothing', [] as number[]],
  ['zeros', [0, 0]],
  ['one hundred per cent', [1]],
])('has ends that differ for %s', (_name, values) => {
  const { min, max } = chooseScale(values, 'percent', { mayStartLater: true });
  expect(max).toBeGreaterThan(min);
});
