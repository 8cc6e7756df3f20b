import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '../../src/inputs/data-sets/read-table.js';
import { openReader } from '../../src/inputs/source-reader.js';
import { makeWorkbook } from '../support/make-workbook.js';

/** CSV files as programs and people save them. All values are invented. */
const TABLE = 'Name,Café\n"Waste, bins",£5\nParks,£6\n';
const READ = ['Name=Waste, bins|Café=£5', 'Name=Parks|Café=£6'];

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'papers-csv-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function read(bytes: string | Uint8Array, headerRow = 1) {
  writeFileSync(join(root, 'x.csv'), bytes);
  const { value, problems } = readTable(openReader(root), { path: 'x.csv', textPath: '', headerRow });
  return {
    rows: value?.rows.map(({ cells }) => [...cells].map(([name, { text }]) => `${name}=${text}`).join('|')),
    problems: problems.map(
      ({ rule, place, message }) => `${place?.line}:${place?.column} ${rule}: ${message}`,
    ),
    isAdvised: problems.every(({ hint }) => hint !== undefined),
  };
}

function encodeUtf16(text: string, isBigEndian = false): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

const GUESSED_16 = '1:1 encoding-is-known: the file is not UTF-8, so it is read as UTF-16';
const GUESSED_1252 = '1:1 encoding-is-known: the file is not UTF-8, so it is read as Windows-1252';

test.each<[string, string | Uint8Array, string[]]>([
  ['UTF-8', TABLE, []],
  ['UTF-8 with a byte order mark', `\ufeff${TABLE}`, []],
  ['UTF-16 with a byte order mark', encodeUtf16(`\ufeff${TABLE}`), []],
  ['UTF-16 of the other byte order', encodeUtf16(`\ufeff${TABLE}`, true), []],
  ['UTF-16 without a mark', encodeUtf16(TABLE), [GUESSED_16]],
  ['UTF-16 of the other order without a mark', encodeUtf16(TABLE, true), [GUESSED_16]],
  ['Windows-1252', Buffer.from(TABLE, 'latin1'), [GUESSED_1252]],
  ['CRLF', TABLE.replaceAll('\n', '\r\n'), []],
  ['lone CR', TABLE.replaceAll('\n', '\r'), []],
  ['mixed line breaks', TABLE.replace('\n', '\r\n').replace('\nParks', '\rParks'), []],
  ['no line break at the end', TABLE.trimEnd(), []],
  ['semicolons', TABLE.replaceAll(/,(?! )/g, ';'), []],
  ['tabs', TABLE.replaceAll(/,(?! )/g, '\t'), []],
  ['every cell in quotes', '"Name","Café"\n"Waste, bins","£5"\n"Parks","£6"\n', []],
  ['empty lines and rows', `${TABLE.replace('\n', '\n\n,\n')}\n , \n`, []],
  ['empty columns at the right', 'Name,Café,,\n"Waste, bins",£5,,\nParks,£6,,\n', []],
])('reads a file with %s', (_, bytes, problems) => {
  expect(read(bytes)).toEqual({ rows: READ, problems, isAdvised: true });
});

test('reads the rows below a title', () => {
  expect(read(`A "title" of July\n\n${TABLE}`, 3).rows).toEqual(READ);
});

test.each<[string, string | Uint8Array, string]>([
  ['is empty', '', '1:1 table-is-readable: the file has no row of headings here'],
  ['is blank', '\n \n', '1:1 table-is-readable: the file has no row of headings here'],
  [
    'has a quotation mark that is never closed',
    'A,B\nx,"y\nz,1\n',
    '2:3 table-is-readable: this quotation mark (") is never closed',
  ],
  [
    'has a quotation mark inside a cell',
    'A,B\nx,12" pipe\n',
    '2:5 table-is-readable: a quotation mark (") stands inside a cell',
  ],
  [
    'goes on after a quotation mark',
    'A,B\n"x"y,1\n',
    '2:3 table-is-readable: a quotation mark (") stands inside a cell',
  ],
  ['is separated by bars', 'A|B\nx|1\n', '1:1 table-is-readable: the headings are separated by |'],
  ['names its separator', 'sep=;\nA;B\nx;1\n', '1:1 table-is-readable: this line is no row of headings'],
  ['has a row with another separator', 'A,B\nx;1\n', '2:1 table-is-readable: the row has one cell'],
  ['has more cells than headings', 'A,B\nx,1,204\n', '2:5 table-is-readable: "204" stands under no heading'],
  [
    'has a cell under an empty heading',
    'A,,B\nx,204,1\n',
    '2:3 table-is-readable: "204" stands under no heading',
  ],
  [
    'has a zero byte',
    'A,B\nx,1\u00002\n',
    '2:3 character-is-text: the text contains a control character (U+0000)',
  ],
  [
    'has only zero bytes',
    new Uint8Array(3000),
    '1:1 character-is-text: the text contains a control character (U+0000)',
  ],
  [
    'has an invisible character',
    'A,B\nx,y\u202ez\n',
    '2:3 character-is-visible: the text contains an invisible character (U+202E)',
  ],
  ['has an error of a formula', 'A,B\nx,#DIV/0!\n', '2:3 cell-has-value: the cell has the error #DIV/0!'],
  [
    'has a very long line',
    `A,B\nx,${'y'.repeat(3_000_000)}\n`,
    '2:3 table-is-readable: the cell has 3000000 characters',
  ],
  [
    'is a workbook',
    makeWorkbook({ sheets: [{ name: 'Q1', cells: { A1: 'A' } }] }),
    '1:1 table-is-readable: the file is called .csv, but is an Excel workbook or another packed file',
  ],
  [
    'is an old workbook',
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
    '1:1 table-is-readable: the file is called .csv, but is an old Excel workbook, or one with a password',
  ],
  [
    'is a web page',
    '<!DOCTYPE html><table><tr><td>A</table>',
    '1:1 table-is-readable: the file is called .csv, but is a web page or XML',
  ],
  ['is a PDF', '%PDF-1.7\n1 0 obj\n', '1:1 table-is-readable: the file is called .csv, but is a PDF'],
])('reports a file that %s, with a hint', (_, bytes, problem) => {
  expect(read(bytes)).toMatchObject({ problems: [problem], isAdvised: true });
});

test('reports a file that is too large', () => {
  const { problems, isAdvised } = read('A,B\n'.repeat(9_000_000));
  expect(problems).toEqual(['1:1 file-is-small: the file is too large: 34 MB, but at most 32 MB are read']);
  expect(isAdvised).toBe(true);
});
