import { CsvError, parse, type Info } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitCsv, splitTable } from '../../src/inputs/data-sets/split-csv.js';
import { readSheetCsv, writeSheetCsv } from '../../src/inputs/workbook/sheet-csv.js';

test('splits quoted cells, and says where rows and cells start', () => {
  expect(splitCsv('a,b\n\n"x, ""y""",2\n"two\nlines",\n', ',')).toEqual([
    { row: 1, cells: ['a', 'b'], starts: [0, 2], breaks: [], line: 1 },
    { row: 3, cells: ['x, "y"', '2'], starts: [0, 11], breaks: [], line: 3 },
    { row: 4, cells: ['two\nlines', ''], starts: [0, 12], breaks: [4], line: 4 },
  ]);
});

test.each(['a"b,c', '"a"b,c', '"a,b', 'a,"', '"a" ,b'])('refuses the quotation marks of %s', (text) => {
  expect(splitCsv(text, ',')).toBeNull();
});

test('leaves out the first half of CRLF, in quoted rows too', () => {
  expect(splitCsv('a,b\r\n"c",d\r\n', ',')?.map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

/** Reads a table with an independent library. Null if it refuses the text. */
function parseWithLibrary(text: string, separator: string): { cells: string[]; line: number }[] | null {
  try {
    const rows = parse(text, {
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
    }) as unknown as { record: string[]; info: Info }[];
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

test('reads every text as an independent library does', () => {
  const piece = fc.constantFrom(
    'a',
    'b c',
    ',',
    ',',
    ';',
    '"',
    '""',
    '"x, y"',
    '"p\nq"',
    '"1""2"',
    '\n',
    '\n',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), fc.constantFrom(',', ';'), (pieces, separator) => {
      const text = pieces.join('');
      const rows = splitTable(text, { separator, headerRow: 1 });
      expect(rows?.map(({ cells, line, breaks }) => ({ cells, line: line + breaks.length })) ?? null).toEqual(
        parseWithLibrary(text, separator),
      );
    }),
    { numRuns: 2000 },
  );
});

test('writes and reads a sheet whose last row is the last that a workbook can have', () => {
  const grid = [
    { row: 2, texts: ['Name', 'Count'] },
    { row: 1_048_576, texts: ['Parks, north', '6'] },
  ];
  const text = writeSheetCsv(grid);
  expect(text.split('\n')).toHaveLength(1_048_577);
  expect(readSheetCsv(text)).toEqual(grid);
});
