import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDataSets, readDefinitions } from '../../src/inputs/data-sets/read-data-sets.js';
import { openReader } from '../../src/inputs/source-reader.js';
import {
  COLUMN_TYPES,
  getCellText,
  type ColumnType,
  type DataCell,
  type DataSet,
} from '../../src/model/data-set.js';
import type { Place, Problem } from '../../src/model/problem.js';
import { makeWorkbook, type TestSheet } from '../support/make-workbook.js';
import { readPeriod } from '../support/read-period.js';

/** Every type of column with every kind of cell, from CSV, XLSX and YAML. All values are invented. */
const FOLDER = 'data/2025-26-q1';
const NUMBERS = ['number', 'ratio', 'pounds', 'days', 'hours', 'minutes', 'months', 'rate'] as const;
const WORDS = ['text', 'markdown'] as const;

/** The value that a cell has by type. A type that is not here refuses the cell. */
type Fits = Partial<Record<ColumnType, number | string | null>>;

interface Kind {
  name: string;
  text: string;
  fits: Fits;
  /** Native cells of XLSX; other kinds are cells with text there. */
  cell?: TestSheet['cells'][string];
  /** False for what no text may be. Otherwise columns of words keep the text. */
  isText?: false;
}

/** A number that fits each type whose value is given; `plain` stands for all types without a rule of their own. */
const fit = (plain: number, more: Fits = {}): Fits => ({
  ...Object.fromEntries(NUMBERS.map((type) => [type, plain])),
  ...more,
});

const KINDS: Kind[] = [
  { name: 'a whole number', text: '12', fits: fit(12, { count: 12, percent: 0.12, points: 0.12 }) },
  { name: 'a year', text: '2025', fits: fit(2025, { count: 2025, points: 20.25, year: 2025 }) },
  { name: 'zero', text: '0', fits: fit(0, { count: 0, percent: 0, points: 0 }) },
  { name: 'minus zero', text: '-0', fits: fit(0, { count: 0, percent: 0, points: 0 }) },
  { name: 'zeros in front', text: '0012', fits: fit(12, { count: 12, percent: 0.12, points: 0.12 }) },
  { name: 'a decimal', text: '1.5', fits: fit(1.5, { percent: 0.015, points: 0.015 }) },
  { name: 'a negative number', text: '-3', fits: fit(-3, { points: -0.03 }) },
  { name: 'a minus sign', text: '−3', fits: fit(-3, { points: -0.03 }) },
  { name: 'a negative number in brackets', text: '(5)', fits: fit(-5, { points: -0.05 }) },
  { name: 'a plus sign', text: '+4', fits: fit(4, { count: 4, percent: 0.04, points: 0.04 }) },
  {
    name: 'thousands with commas',
    text: '1,204',
    fits: fit(1204, { count: 1204, points: 12.04, year: 1204 }),
  },
  {
    name: 'thousands with spaces',
    text: '1 204',
    fits: fit(1204, { count: 1204, points: 12.04, year: 1204 }),
  },
  { name: 'more than 100', text: '104', fits: fit(104, { count: 104, points: 1.04 }) },
  { name: 'a percentage with its sign', text: '64%', fits: { percent: 0.64 } },
  { name: 'an amount in pounds', text: '£5', fits: { pounds: 5 } },
  { name: 'a negative amount', text: '-£5.25', fits: { pounds: -5.25 } },
  { name: 'an amount in dollars', text: '$5', fits: {} },
  { name: 'an amount in thousands', text: '£5k', fits: {} },
  { name: 'a misplaced comma', text: '1,23', fits: {} },
  { name: 'a decimal comma', text: '1.204,50', fits: {} },
  { name: 'two numbers', text: '12 34', fits: {} },
  { name: 'two points', text: '1.2.3', fits: {} },
  { name: 'a point without a digit', text: '.5', fits: {} },
  { name: 'two signs', text: '--3', fits: {} },
  { name: 'an exponent', text: '1e3', fits: {} },
  { name: 'a hexadecimal number', text: '0x10', fits: {} },
  { name: 'a fraction', text: '5/8', fits: {} },
  { name: 'a ratio in words', text: '1.25:1', fits: {} },
  { name: 'digits of another script', text: '٣', fits: {} },
  { name: 'a number with its unit', text: '12 days', fits: {} },
  { name: 'a number without an end', text: '9'.repeat(400), fits: {} },
  { name: 'more digits than can be kept', text: '12345678901234567890', fits: {} },
  { name: 'more decimals than can be kept', text: `0.${'1'.repeat(150)}`, fits: {} },
  { name: 'infinity', text: 'Infinity', fits: {} },
  { name: 'a word', text: 'Many', fits: {} },
  { name: 'a truth value', text: 'TRUE', fits: {} },
  { name: 'a dash', text: '–', fits: {} },
  { name: 'n/a', text: 'n/a', fits: {} },
  { name: 'a question mark', text: '?', fits: {} },
  { name: 'a date', text: '2025-06-30', fits: { date: '30 June 2025' } },
  { name: 'a date with slashes', text: '30/06/2025', fits: { date: '30 June 2025' } },
  { name: 'a date in words', text: '30 June 2025', fits: { date: '30 June 2025' } },
  { name: 'a month', text: 'June 2025', fits: { date: 'June 2025' } },
  { name: 'a date that does not exist', text: '31/06/2025', fits: {} },
  { name: 'a date with the month first', text: '06/30/2025', fits: {} },
  { name: 'a date with two digits for the year', text: '30/06/25', fits: {} },
  { name: 'a time of day', text: '14:30', fits: {} },
  { name: 'a step of the scale', text: 'red', fits: { scale: 'Red', paper: 'red' } },
  { name: 'the label of a step', text: 'Red', fits: { scale: 'Red' } },
  { name: 'a step of another scale', text: 'Blue', fits: {} },
  { name: 'a measure', text: 'satisfied', fits: { measure: 'satisfied', paper: 'satisfied' } },
  { name: 'a paper with its meeting', text: 'budget (2025-07-03)', fits: { paper: 'budget' } },
  { name: 'the title of a paper', text: 'Budget report', fits: {} },
  {
    name: 'a mark in place of a number',
    text: 'not available',
    fits: fitEachNumber(null),
  },
  { name: 'a symbol in place of a number', text: '[x]', fits: fitEachNumber(null) },
  {
    name: 'a mark beside a number',
    text: '62 [p]',
    fits: fit(62, { count: 62, percent: 0.62, points: 0.62 }),
  },
  { name: 'a mark before a number', text: '[p] 62', fits: {} },
  { name: 'a mark that does not exist', text: '62 [q]', fits: {} },
  { name: 'a number that is marked as missing', text: '62 [x]', fits: {} },
  { name: 'a margin', text: '49 ±2', fits: fit(49, { count: 49, percent: 0.49, points: 0.49 }) },
  { name: 'a negative margin', text: '49 ±-2', fits: {} },
  { name: 'a margin in words', text: '49 ±few', fits: {} },
  { name: 'a formula', text: '=1+1', fits: {} },
  { name: 'markup', text: '<b>x</b> [x](http://example.org)', fits: {} },
  { name: 'an error of a formula', text: '#DIV/0!', fits: {}, isText: false },
  { name: 'an error of LibreOffice', text: 'Err:502', fits: {}, isText: false },
  { name: 'a zero byte', text: 'a\u0000b', fits: {}, isText: false },
  { name: 'a control character', text: 'a\u0007b', fits: {}, isText: false },
  { name: 'a private-use character', text: 'a\u{f0000}b', fits: {}, isText: false },
  { name: 'a text that no cell can hold', text: 'long '.repeat(7000), fits: {}, isText: false },
];

/** Cells that only a workbook has. A column of words shows them as the sheet does. */
const NATIVE: Kind[] = [
  {
    name: 'a percentage by its format',
    text: '64%',
    cell: [0.6437, '0%'],
    fits: { percent: 0.6437 },
  },
  { name: 'pounds by their format', text: '£1,205', cell: [1204.5, '"£"#,##0'], fits: { pounds: 1204.5 } },
  {
    name: 'a number with a suffix',
    text: '12',
    cell: [12, '0" days"'],
    fits: fit(12, { count: 12, percent: 0.12, points: 0.12 }),
  },
  {
    name: 'a date by its format',
    text: '30/06/2025',
    cell: [45838, 'dd/mm/yyyy'],
    fits: { date: '30 June 2025' },
  },
  { name: 'a time by its format', text: '14:30', cell: [0.604166667, 'h:mm'], fits: {} },
  { name: 'a date before 1900', text: '', cell: [-1, 'dd/mm/yyyy'], fits: {}, isText: false },
  { name: 'a truth value of the sheet', text: 'TRUE', cell: { type: 'b', xml: '<v>1</v>' }, fits: {} },
  {
    name: 'an error of the sheet',
    text: '',
    cell: { type: 'e', xml: '<v>#REF!</v>' },
    fits: {},
    isText: false,
  },
  { name: 'a value that is no number', text: '', cell: { xml: '<v>0x10</v>' }, fits: {}, isText: false },
  { name: 'a formula without a result', text: '', cell: { xml: '<f>1+1</f>' }, fits: {}, isText: false },
  {
    name: 'the result of a formula',
    text: '8',
    cell: { xml: '<f>WEBSERVICE("http://example.org")</f><v>8</v>' },
    fits: fit(8, { count: 8, percent: 0.08, points: 0.08 }),
  },
  {
    name: 'a formula that gives a formula',
    text: '=cmd',
    cell: { type: 'str', xml: '<f>HYPERLINK("http://example.org")</f><v>=cmd</v>' },
    fits: {},
  },
  {
    name: 'an arrow in a text',
    text: 'A\u00a0← 64',
    cell: 'A ← 64',
    fits: {},
  },
];

function fitEachNumber(value: null): Fits {
  const types = [...NUMBERS, 'count', 'percent', 'points', 'year'] as const;
  return Object.fromEntries(types.map((type) => [type, value]));
}

const DEFINITIONS = `datasets:\n${COLUMN_TYPES.flatMap((type) =>
  ['csv', 'xlsx', 'yaml', 'native'].map(
    (format) =>
      `  ${format}-${type}: { columns: { name: { type: text }, value: { type: ${type}${
        { scale: ', scale: rag', rate: ', per: 1000' }[type as string] ?? ''
      } } } }\n`,
  ),
).join('')}`;

const quoteCsv = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const quoteYaml = (text: string): string => JSON.stringify(text).replaceAll('\u{f0000}', '\\U000F0000');
const escapeXlsx = (text: string): string =>
  text.replaceAll('\u0000', '_x0000_').replaceAll('\u0007', '_x0007_');

function makeSheet(kinds: readonly Kind[]): Uint8Array {
  const cells = kinds.flatMap(({ text, cell }, at): [string, TestSheet['cells'][string]][] => [
    [`A${at + 2}`, `r${at}`],
    [`B${at + 2}`, cell ?? escapeXlsx(text)],
  ]);
  return makeWorkbook({
    sheets: [{ name: 'Q1', cells: { A1: 'Name', B1: 'Value', ...Object.fromEntries(cells) } }],
  });
}

let root = '';
let sets: ReadonlyMap<string, DataSet> = new Map();
let problems: Problem[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'papers-cells-'));
  mkdirSync(join(root, FOLDER), { recursive: true });
  const csv = KINDS.map(({ text }, at) => `r${at},${quoteCsv(text)}\n`).join('');
  // In YAML, control characters are escapes within quotes.
  const yaml = KINDS.map(({ text }, at) => `  r${at}: { value: ${quoteYaml(text)} }\n`).join('');
  writeFileSync(join(root, 'data/datasets.yaml'), DEFINITIONS);
  for (const type of COLUMN_TYPES) {
    writeFileSync(join(root, FOLDER, `csv-${type}.csv`), `Name,Value\n${csv}`);
    writeFileSync(join(root, FOLDER, `yaml-${type}.yaml`), `rows:\n${yaml}`);
    writeFileSync(join(root, FOLDER, `xlsx-${type}.xlsx`), makeSheet(KINDS));
    writeFileSync(join(root, FOLDER, `native-${type}.xlsx`), makeSheet(NATIVE));
  }
  const reader = openReader(root);
  const read = readDataSets(
    {
      reader,
      definitions: readDefinitions(reader).value,
      scales: [{ id: 'rag', steps: [{ id: 'red', label: 'Red', meaning: undefined, mark: '▲' }] }],
      mayShow: () => true,
      measureNames: ['satisfied'],
      ownUnits: {},
      packedTables: new Map(),
    },
    [readPeriod('2025-26-q1')],
    () => false,
  );
  sets = new Map(read.value.map((set) => [set.id, set]));
  problems = read.problems;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Returns the value of a cell for comparison with a kind's. */
function getValue(cell: DataCell | undefined): number | string | null | undefined {
  if (!cell) return undefined;
  return cell.kind === 'figure' ? cell.figure.value : getCellText(cell);
}

const FORMATS = [
  ['csv', KINDS, 'csv', (at: number) => ({ line: at + 2, column: `r${at},`.length + 1 })],
  ['xlsx', KINDS, 'xlsx', (at: number) => ({ line: at + 2, column: 2, sheet: 'Q1' })],
  ['native', NATIVE, 'xlsx', (at: number) => ({ line: at + 2, column: 2, sheet: 'Q1' })],
  ['yaml', KINDS, 'yaml', (at: number) => ({ line: at + 2, column: `  r${at}: { value: `.length + 1 })],
] as const;

describe.each(FORMATS)('%s', (format, kinds, ending, placeAt) => {
  test.each(COLUMN_TYPES)('reads each kind of cell as %s, or says at its place what was expected', (type) => {
    const set = sets.get(`${format}-${type}`);
    const file = `${FOLDER}/${format}-${type}.${ending}`;
    const own = problems.filter(({ place }) => place?.file === file);
    const isOfWords = WORDS.some((words) => words === type);
    const wrong = kinds.flatMap(({ name, text, fits, isText = true }, at) => {
      const place = { file, ...placeAt(at) };
      const found = own.filter((problem) => problem.place?.line === place.line);
      const expected = isOfWords && isText ? text.trim() : fits[type];
      const cell = set?.rows.find(({ id }) => id === `r${at}`)?.cells['value'];
      const isRight =
        expected === undefined
          ? isExplained(found, place)
          : found.length === 0 && getValue(cell) === expected;
      return isRight ? [] : [{ name, expected, value: getValue(cell), found }];
    });
    expect(wrong).toEqual([]);
  });
});

/** Returns true if an error stands at the place, and every problem says in a short sentence what to do. */
function isExplained(found: readonly Problem[], place: Place): boolean {
  return (
    found.some((problem) => isDeepStrictEqual(problem.place, place)) &&
    found.every(
      ({ severity, message, expected, hint }) =>
        severity === 'error' && message.length < 200 && Boolean(expected ?? hint),
    )
  );
}
