import { describe, expect, test } from 'vitest';
import { emptyCsv } from '../../src/inputs/data-sets/empty-csv.js';
import { inferType } from '../../src/inputs/data-sets/infer-type.js';
import { parseNumber } from '../../src/inputs/data-sets/parse-cell.js';
import { readCsvRows } from '../../src/inputs/data-sets/read-csv-rows.js';
import { decodeSpreadsheet } from '../../src/inputs/data-sets/decode-spreadsheet.js';

describe('parseNumber', () => {
  test.each([
    ['8453', 'count', 8453, 0],
    ['8,453', 'count', 8453, 0],
    ['1,204,500.50', 'number', 1204500.5, 2],
    ['15.90', 'percent', 15.9, 2],
    ['64%', 'percent', 64, 0],
    ['−3', 'points', -3, 0],
    ['-£5.25', 'pounds', -5.25, 2],
    ['(£1,200)', 'pounds', -1200, 0],
    ['£ 62', 'pounds', 62, 0],
    ['+4', 'number', 4, 0],
  ] as const)('reads %s as %s', (text, unit, value, places) => {
    expect(parseNumber(text, unit)).toEqual({ value, places });
  });

  test.each([
    ['8,45', 'count'],
    ['64%', 'count'],
    ['£5', 'number'],
    ['1.2.3', 'number'],
    ['1e3', 'number'],
    ['', 'number'],
    ['--3', 'number'],
    ['12 apples', 'count'],
    ['Infinity', 'number'],
  ] as const)('refuses %s as %s', (text, unit) => {
    expect(parseNumber(text, unit)).toBeNull();
  });
});

describe('inferType', () => {
  test.each([
    [['131', '1,040', ''], 'count'],
    [['131', 'not available', '62 [p]'], 'count'],
    [['1.5', '2'], 'number'],
    [['-3', '2'], 'number'],
    [['64%', '15.9%'], 'percent'],
    [['£5', '6'], 'pounds'],
    [['2025-07-03', '03/07/2025'], 'date'],
    [['131', 'many'], 'text'],
    [['64%', '12'], 'text'],
    [['', ''], 'text'],
    [['[x]'], 'text'],
  ] as const)('tells the type of %j as %s', (cells, type) => {
    expect(inferType(cells)).toBe(type);
  });
});

describe('readCsvRows', () => {
  const read = (text: string, headerRow = 1) => readCsvRows('data/2025-26-q1/x.csv', text, headerRow);

  test('finds the place of each cell, also after quotes', () => {
    const { value, problems } = read('Name,A,B\r\n"x, y",1,"2"\r\nz,3,4\r\n');
    expect(problems).toEqual([]);
    expect(value?.rows.map(({ cells }) => cells.get('B')?.place)).toEqual([
      { file: 'data/2025-26-q1/x.csv', line: 2, column: 10 },
      { file: 'data/2025-26-q1/x.csv', line: 3, column: 5 },
    ]);
    expect(value?.rows[0]?.cells.get('Name')?.text).toBe('x, y');
  });

  test.each([
    ['a semicolon', 'Name;A\nx, y;1\n'],
    ['a tab', 'Name\tA\nx, y\t1\n'],
  ])('recognises %s as the separator', (_, text) => {
    expect(read(text).value?.rows[0]?.cells.get('Name')?.text).toBe('x, y');
  });

  test('skips empty lines, and lines above the headings', () => {
    const { value } = read('Report of July\n\nName,A\n\nx,1\n,\n', 3);
    expect(value?.headings.map(({ text }) => text)).toEqual(['Name', 'A']);
    expect(value?.rows).toHaveLength(1);
  });

  test('takes time in proportion to the length of a hostile cell', () => {
    const { value } = read(`Name,A\n${'"'.repeat(2)}${','.repeat(50_000)}\n`);
    expect(value?.rows.length ?? 0).toBeLessThanOrEqual(1);
  });
});

test('empties a spreadsheet except names, and keeps what stands above its headings', () => {
  const text = 'WCC ledger\r\nService;Budget;Note\r\n"Waste; bins";4000;x\r\nParks;1000;\r\n';
  expect(emptyCsv(text, 2, new Set(['Service']))).toBe(
    'WCC ledger\r\nService;Budget;Note\r\n"Waste; bins";;\r\nParks;;\r\n',
  );
});

describe('decodeSpreadsheet', () => {
  test.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffRené £5'), 'René £5', null],
    ['UTF-16', Buffer.from('\ufeffRené £5', 'utf16le'), 'René £5', null],
    ['Windows-1252', Buffer.from([0x52, 0xe9, 0x6e, 0x20, 0xa3, 0x35, 0x80]), 'Rén £5€', 'Windows-1252'],
  ])('decodes %s', (_, bytes, text, guessed) => {
    expect(decodeSpreadsheet(bytes)).toEqual({ text, guessed });
  });
});
