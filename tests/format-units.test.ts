import { describe, expect, test } from 'vitest';
import { formatBareValue, formatFigure, formatInterval, formatValue } from '../src/format/figures.js';
import type { Figure } from '../src/model/figure.js';
import { nameUnit, type Unit } from '../src/model/unit.js';

function makeFigure(value: number, unit: Unit, more: Partial<Figure> = {}): Figure {
  const place = { file: 'data/2025-26-q1/facts.yaml', line: 2, column: 3 };
  return { id: 'facts.a', label: 'a', value, unit, source: 'invented', place, ...more };
}

/** Each unit in a sentence, in a table of measures, under a heading with its unit, and its name in figures.csv. */
test.each([
  [1250, 'pounds thousand', 0, '£1.25 million', '£1,250k', '1,250', 'pounds thousand'],
  [950.5, 'pounds thousand', 1, '£950,500', '£950.5k', '950.5', 'pounds thousand'],
  [-1250, 'pounds thousand', 0, '−£1.25 million', '−£1,250k', '−1,250', 'pounds thousand'],
  [1.25, 'pounds million', 2, '£1.25 million', '£1.25m', '1.25', 'pounds million'],
  [5.3, 'rate per 1000', 2, '5.30 per 1,000', '5.30', '5.30', 'rate per 1000'],
  [1.25, 'ratio', 3, '1.250', '1.250', '1.250', 'ratio'],
  [1, 'tonne/tonnes', 0, '1 tonne', '1 tonne', '1', 'tonnes'],
  [3.5, 'tonne/tonnes', 1, '3.5 tonnes', '3.5 tonnes', '3.5', 'tonnes'],
  [0, 'bed day/bed days', 0, '0 bed days', '0 bed days', '0', 'bed days'],
  [12, 'days', 0, '12 days', '12 days', '12', 'days'],
  [1, 'hours', 0, '1 hour', '1 hour', '1', 'hours'],
  [4.5, 'minutes', 2, '4.50 minutes', '4.50 minutes', '4.50', 'minutes'],
  [6, 'months', 0, '6 months', '6 months', '6', 'months'],
  [1998, 'year', 0, '1998', '1998', '1998', 'year'],
  [0.159, 'percent', 2, '15.90%', '15.90%', '15.90', 'percent'],
] as const)('prints %d in %s with %d places', (value, unit, places, sentence, cell, bare, name) => {
  const figure = makeFigure(value, unit, { places });
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
  expect(plain(formatFigure(figure))).toBe(sentence);
  expect(plain(formatValue(figure))).toBe(cell);
  expect(formatBareValue(figure)).toBe(bare);
  expect(nameUnit(unit)).toBe(name);
});

test('keeps a number and its unit on one line', () => {
  expect(formatFigure(makeFigure(3.5, 'tonne/tonnes'))).toBe('3.5\u00a0tonnes');
});

describe('signs and margins', () => {
  test.each([
    [0.042, 'percent', '+4.2%'],
    [-0.042, 'percent', '−4.2%'],
    [0.03, 'points', '+3.0 percentage points'],
    [12, 'count', '+12.0'],
    [0, 'count', '0.0'],
  ] as const)('prints the sign of %d in %s', (value, unit, text) => {
    expect(formatFigure(makeFigure(value, unit, { places: 1, isSigned: true }))).toBe(text);
  });

  test('prints the margin that the source publishes', () => {
    const figure = makeFigure(0.49, 'percent', { places: 0, margin: 0.02 });
    expect(formatFigure(figure)).toBe('49% (±2)');
    expect(formatInterval(figure)).toBe('47% to 51%');
  });
});
