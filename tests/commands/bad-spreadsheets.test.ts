import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.js';
import { makeWorkbook } from '../support/make-workbook.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Spreadsheets that do not fit their definition, through the commands. All figures are invented. */
const FOLDER = 'data/2025-26-q1';
const SECTION = 'templates/finance-monitor/sections/position.md.hbs';
const COLUMNS =
  'columns: { name: { type: text }, cases: { type: count, header: Cases opened }, twice: { sum-of: [cases, cases] } }';

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/council-finance');
});
afterEach(() => copy.remove());

const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);

/** Adds a table of a spreadsheet to the paper. */
function addTable(id: string, ending: string, bytes: string | Uint8Array, definition?: string): void {
  copy.write(`${FOLDER}/${id}.${ending}`, bytes);
  copy.change(SECTION, (text) => `${text}\n{{table "${id}"}}\n`);
  if (definition !== undefined)
    copy.change('data/datasets.yaml', (text) => `${text}  ${id}: { ${definition} }\n`);
}

test.each<[string, string, string, [number, number]]>([
  ['missing', 'Name\nWaste\n', 'the column cases is missing', [1, 1]],
  ['doubled', 'Name,cases,Cases opened\nWaste,1,2\n', 'the column "Cases opened" is here twice', [1, 12]],
  ['renamed', 'Name,Cases,Cases closed\nWaste,1,2\n', 'no column is called "Cases closed"', [1, 12]],
  ['computed', 'Name,Cases,Twice\nWaste,1,2\n', '"Twice" is computed, so the file must not have it', [1, 12]],
])('reports a column that is %s, at its heading', (_, csv, says, [line, column]) => {
  addTable('cases', 'csv', csv, COLUMNS);
  const cells = csv
    .trimEnd()
    .split('\n')
    .flatMap((row, at) =>
      row.split(',').map((cell, index): [string, string] => [`${'ABC'[index]}${at + 1}`, cell]),
    );
  addTable(
    'sheet-cases',
    'xlsx',
    makeWorkbook({ sheets: [{ name: 'Q1', cells: Object.fromEntries(cells) }] }),
    COLUMNS,
  );
  const { code, out, err } = papers('check', '--json');
  expect(code).toBe(1);
  expect(err).toBe('');
  const { problems } = JSON.parse(out) as { problems: Problem[] };
  const found = problems.filter(({ severity }) => severity === 'error');
  expect(
    found.map(({ message, place, expected, hint }) => ({
      message,
      place,
      isAdvised: Boolean(expected ?? hint),
    })),
  ).toEqual([
    { message: says, place: { file: `${FOLDER}/cases.csv`, line, column }, isAdvised: true },
    {
      message: says,
      place: { file: `${FOLDER}/sheet-cases.xlsx`, line, column: column === 12 ? 3 : column, sheet: 'Q1' },
      isAdvised: true,
    },
  ]);
});

test('builds, explains and imports nothing from a spreadsheet with wrong cells, and says where they are', () => {
  const csv = 'Name,Cases\nWaste,12 34\nParks,#REF!\n';
  addTable('cases', 'csv', csv, COLUMNS);
  for (const command of [['build'], ['explain', 'data.cases.waste.cases']]) {
    const { code, err } = papers(...command);
    expect(code).toBe(1);
    expect(err).toContain(`${FOLDER}/cases.csv:2:7: error: "12 34" is not a number`);
    expect(err).toContain(`${FOLDER}/cases.csv:3:7: error: the cell has the error #REF!`);
    expect(err).not.toMatch(/\n\s+at /);
  }
  expect(existsSync(join(copy.root, 'output'))).toBe(false);
  copy.write('other.csv', 'Name,Cases,cases\nWaste,"12\n');
  const before = readFileSync(join(copy.root, 'data/datasets.yaml'), 'utf8');
  const { code, err } = papers('import', join(copy.root, 'other.csv'), '--as', 'other');
  expect(code).toBe(1);
  expect(err).toContain('other.csv:2:7: error: this quotation mark (") is never closed');
  copy.write('other.csv', 'Name,Cases,cases\nWaste,12,14\n');
  const doubled = papers('import', join(copy.root, 'other.csv'), '--as', 'other');
  expect(doubled.code).toBe(1);
  expect(doubled.err).toContain('other.csv:1:12: error: the column "cases" is here twice');
  expect(readFileSync(join(copy.root, 'data/datasets.yaml'), 'utf8')).toBe(before);
  expect(existsSync(join(copy.root, FOLDER, 'other.csv'))).toBe(false);
});

test('reports a mistake in the definitions alone, without their files', () => {
  copy.change('data/datasets.yaml', (text) => text.replace('type: pounds', 'type: pound'));
  const { problems } = JSON.parse(papers('check', '--json').out) as { problems: Problem[] };
  expect(problems.map(({ rule, place }) => [rule, place?.file])).toEqual([
    ['value-fits', 'data/datasets.yaml'],
  ]);
});

test.each([
  ['a file', (name: string) => addTable(name, 'csv', 'Name,Cases\nWaste,1\n')],
  ['a data set', (name: string) => addTable(name, 'csv', 'Name,Cases\nWaste,1\n', COLUMNS)],
])('refuses %s with a name that is reserved', (_, add) => {
  add('constructor');
  const { code, err } = papers('check');
  expect(code).toBe(1);
  expect(err).toContain('reserved');
});
