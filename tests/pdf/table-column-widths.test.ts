import { expect, test } from 'vitest';
import type { Column, Table } from '../../src/model/blocks/table.js';
import { computeColumnWidths } from '../../src/pdf/blocks/table-column-widths.js';
import { findLeftPadding, findPadding } from '../../src/pdf/blocks/table-layout.js';
import { measureLetters } from '../../src/pdf/text/letter-widths.js';
import { buildNewest } from '../support/build-newest.js';

const { theme } = await buildNewest('tests/papers/parks-update');

const makeColumn = (heading: string, align: Column['align']): Column => ({
  heading: [{ kind: 'text', text: heading }],
  align,
  width: null,
});

const makeTable = (columns: Column[], ...rows: string[][]): Table => ({
  kind: 'table',
  anchor: 'a',
  number: 'Table 1',
  title: [],
  columns,
  rows: rows.map((cells) => ({ kind: 'data', cells: cells.map((text) => [{ kind: 'text', text }]) })),
  notes: [],
  place: { file: 'templates/a.yaml', line: 1, column: 1 },
});

test('keeps 12 points between figures and the words to their right, also in wide tables', () => {
  for (const count of [3, 9]) {
    const columns = Array.from({ length: count }, (_, index) =>
      makeColumn('a', index % 2 === 0 ? 'left' : 'right'),
    );
    const gutter = findPadding(columns, theme) + findLeftPadding(columns, 2, theme);
    expect(gutter).toBeGreaterThanOrEqual(12);
  }
});

test('gives the heading of figures one line where the table has room', () => {
  const heading = 'Change, points';
  const table = makeTable(
    [makeColumn('Measure', 'left'), makeColumn(heading, 'right')],
    ['Satisfaction', '+4'],
  );
  const size = theme.text.size - theme.layout.tables.smaller;
  expect(computeColumnWidths(table, theme)[1]).toBeGreaterThan(measureLetters(heading) * size);
});

test('keeps the names of rows on one line rather than the headings of figures', () => {
  const name = 'Homes for children in care';
  const figures = Array.from({ length: 4 }, () => makeColumn('A long heading', 'right'));
  const table = makeTable(
    [makeColumn('Service', 'left'), ...figures],
    [name, ...figures.map(() => '£18,400')],
    [name, ...figures.map(() => '£18,400')],
  );
  const size = theme.text.size - theme.layout.tables.smaller;
  expect(computeColumnWidths(table, theme)[0]).toBeGreaterThan(measureLetters(name) * size);
});
