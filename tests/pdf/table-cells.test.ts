import { expect, test } from 'vitest';
import type { Row, Table } from '../../src/model/blocks/table.js';
import { createRowCells } from '../../src/pdf/blocks/table-cells.js';
import { buildNewest } from '../support/build-newest.js';

const { theme } = await buildNewest('tests/papers/parks-update');
const makeRow = (kind: Row['kind'], ...cells: string[]): Row => ({
  kind,
  cells: cells.map((text) => [{ kind: 'text', text }]),
});

const table: Table = {
  kind: 'table',
  anchor: 'a',
  number: 'Table 1',
  title: [],
  columns: [
    { heading: [{ kind: 'text', text: 'Rank' }], align: 'left', width: null },
    { heading: [{ kind: 'text', text: 'Area' }], align: 'left', width: null, headsRows: true },
  ],
  rows: [makeRow('data', '1', 'Ashby'), makeRow('gap', '7 between')],
  notes: [],
  place: { file: 'templates/a.yaml', line: 1, column: 1 },
};

const listRoles = (index: number): (string | undefined)[] =>
  createRowCells(table.rows[index] ?? makeRow('data'), index, table, theme).map(({ tag }) =>
    typeof tag === 'object' ? tag.role : tag,
  );

test('tags the name of a row as its heading, and not its position', () => {
  expect(listRoles(0)).toEqual(['TD', 'TH']);
});

test('tags the words for rows that are left out as a cell', () => {
  expect(listRoles(1)[0]).toBe('TD');
});
