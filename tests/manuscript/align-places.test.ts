import { expect, test } from 'vitest';
import { makeFigureCell, makeIntervalCell, makeTextCell } from '../../src/manuscript/figure-cells.js';
import { alignPlaces } from '../../src/manuscript/tables/align-places.js';
import type { Figure } from '../../src/model/figure.js';
import type { Inline } from '../../src/model/inline.js';

function makeFigure(value: number, places: number, more: Partial<Figure> = {}): Figure {
  return {
    id: 'invented',
    label: 'Invented',
    value,
    places,
    unit: 'percent',
    source: 'Invented',
    place: { file: 'survey.yaml', line: 1, column: 1 },
    ...more,
  };
}

function align(...cells: Inline[][]): string[] {
  const rows = alignPlaces(cells.map((cell) => ({ kind: 'data', cells: [makeTextCell('Row'), cell] })));
  return rows.map(({ cells: [, cell] }) =>
    Array.isArray(cell) ? cell.map((inline) => ('text' in inline ? inline.text : '')).join('') : '',
  );
}

test('prints figures of one unit with the most places that any of them has', () => {
  expect(
    align(
      makeFigureCell(makeFigure(0.49, 0)),
      makeFigureCell(makeFigure(0.512, 1)),
      makeFigureCell(makeFigure(3, 0, { unit: 'count' })),
    ),
  ).toEqual(['49.0%', '51.2%', '3']);
});

test('does not count the places of a margin, and keeps them', () => {
  expect(
    align(makeFigureCell(makeFigure(0.49, 0, { margin: 0.025 })), makeFigureCell(makeFigure(0.51, 0))),
  ).toEqual(['49% (±2.5)', '51%']);
});

test('keeps the places of intervals beside figures', () => {
  const interval = { lower: 0.471, upper: 0.509, confidence: 0.95 };
  expect(
    align(makeIntervalCell(makeFigure(0.49, 1, { interval })), makeFigureCell(makeFigure(0.51, 0))),
  ).toEqual(['47.1% to 50.9%', '51%']);
});

test('keeps the mark of a revised figure', () => {
  expect(
    align(makeFigureCell(makeFigure(0.49, 0, { revised: '' })), makeFigureCell(makeFigure(0.512, 1))),
  ).toEqual(['49.0% [r]', '51.2%']);
});
