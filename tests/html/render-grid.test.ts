import { expect, test } from 'vitest';
import { renderGrid } from '../../src/html/render-grid.js';
import type { Column, Row } from '../../src/model/blocks/table.js';
import type { Inline } from '../../src/model/inline.js';

const toInlines = (text: string): Inline[] => [{ kind: 'text', text }];
const makeRow = (kind: Row['kind'], ...cells: string[]): Row => ({ kind, cells: cells.map(toInlines) });
const columns: Pick<Column, 'heading' | 'align' | 'headsRows'>[] = [
  { heading: toInlines('Rank'), align: 'left' },
  { heading: toInlines('Area'), align: 'left', headsRows: true },
  { heading: toInlines('Per cent'), align: 'decimal' },
];

function render(rows: Row[], heads = columns): string {
  return renderGrid({ id: 'a', columns: heads, rows }, { isTraced: false, files: null }).html;
}

test('heads a row by the column that names it, and not by its first cell', () => {
  expect(render([makeRow('data', '1', 'Ashby', '70%')])).toContain(
    '<tr><td>1</td><th scope="row">Ashby</th><td class="figure">70%</td></tr>',
  );
});

test('heads a row by its first cell if no column says so', () => {
  const plain = columns.map(({ heading, align }) => ({ heading, align }));
  expect(render([makeRow('data', '1', 'Ashby', '70%')], plain)).toContain('<tr><th scope="row">1</th>');
});

test('heads each of two tables side by side by its own column', () => {
  const html = render([makeRow('data', '1', 'Ashby', '70%', '2', 'Brock', '63%')], [...columns, ...columns]);
  expect(html).toContain('<th scope="row" id="a_row1-2" headers="a_column2">Ashby</th>');
  expect(html).toContain('<td headers="a_column6 a_row1-5" class="figure">63%</td>');
});

test('lets a gap head no rows, and a group those below it', () => {
  const rows = [makeRow('group', 'Worst'), makeRow('data', '9', 'Zell', '1%'), makeRow('gap', '7 between')];
  const html = render([...rows, makeRow('data', '1', 'Ashby', '70%')]);
  expect(html).toContain('<th scope="rowgroup" colspan="3">Worst</th>');
  expect(html).toContain('<tr class="gap"><td colspan="3">7 between</td></tr>');
  expect(html.match(/<tbody>/g)).toHaveLength(1);
});

test('lets a long word break, and a short one stay whole', () => {
  const html = render([
    makeRow('data', '1', 'W'.repeat(40), '70%'),
    makeRow('data', '2', 'Kingston-upon-Thames', '1%'),
  ]);
  expect(html).toContain('<th scope="row" class="long">WWW');
  expect(html).toContain('<th scope="row">Kingston-upon-Thames</th>');
});
