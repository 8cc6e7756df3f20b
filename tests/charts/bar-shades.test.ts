import { expect, test } from 'vitest';
import { chooseShades } from '../../src/charts/bar-shades.js';
import { computeContrast } from '../../src/model/compute-contrast.js';
import type { BarSeries } from '../../src/model/drawing.js';
import { buildNewest } from '../support/build-newest.js';

const { theme } = await buildNewest('tests/papers/parks-update');

const makeSeries = (interval?: [number, number]): BarSeries => ({
  label: 'a',
  isPale: false,
  points: [{ value: 5, text: '5', ...(interval && { interval }) }],
});

test('shades bars under intervals so that the line of an interval is seen on them', () => {
  const shades = chooseShades([makeSeries([4, 6]), makeSeries([4, 6])], theme);
  for (const { fill } of shades) expect(computeContrast(fill, theme.colours.ink)).toBeGreaterThanOrEqual(3);
  expect(new Set(shades.map(({ fill }) => fill)).size).toBe(2);
});

test('fills bars without intervals with the full colour', () => {
  expect(chooseShades([makeSeries()], theme)[0]?.fill).toBe(theme.colours.accent.toLowerCase());
});
