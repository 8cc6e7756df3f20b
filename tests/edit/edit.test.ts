import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyEdit } from '../../src/edit/apply-edit.js';
import { describeRow } from '../../src/edit/describe-row.js';
import { findTarget } from '../../src/edit/find-target.js';
import { listParagraphLabels } from '../../src/edit/narrative.js';
import { readTarget } from '../../src/edit/read-target.js';
import { suggestLabel } from '../../src/edit/suggest-label.js';
import { openTextFile } from '../../src/edit/text-file.js';
import type { Edit, EditTarget } from '../../src/edit/edit.js';

/** An edit of a file with the expected text, or with words of the expected refusal. */
interface Case {
  file: string;
  text: string;
  edit: Record<string, unknown>;
  result?: string;
  refusal?: string;
  current?: string | null;
  /** The text after the edit is undone, if it is not the text before it. */
  undone?: string;
}

const cases = parse(readFileSync('tests/edit/edits.yaml', 'utf8')) as Record<string, Case>;

test.each(Object.entries(cases))(
  '%s',
  (_title, { file, text, edit, result, refusal, current, undone = text }) => {
    const { target } = edit as { target?: EditTarget };
    const whole = { ...edit, file, ...(target && { target: { ...target, file } }) } as unknown as Edit;
    const applied = applyEdit(text, whole);
    if (refusal !== undefined) expect(applied.refusal?.message).toContain(refusal);
    if (current !== undefined) expect(applied.refusal?.current).toBe(current);
    expect(applied.value?.text).toBe(result);
    if (applied.value) expect(applyEdit(applied.value.text, applied.value.inverse).value?.text).toBe(undone);
  },
);

const paper = `title: Ferries # of the year
figures: { trips: 12, late: { reason: x, value: 3 } }
confidence:
  reason: no survey
  value: 64
narrative:
  summary:
    intro: |
      First line
      second line.

      - item
`;

test.each([
  ['a title', 1, 9, ['title'], 'Ferries'],
  ['a key', 1, 2, ['title'], 'Ferries'],
  ['a figure in braces', 2, 20, ['figures', 'trips'], '12'],
  ['a figure with a reason', 2, 30, ['figures', 'late', 'value'], '3'],
  ['the start of a map with a value', 4, 3, ['confidence', 'value'], '64'],
  ['a key of a map with a value', 3, 1, ['confidence', 'value'], '64'],
  ['a line of a paragraph', 9, 12, ['narrative', 'summary', 'intro'], 'First line\nsecond line.\n\n- item'],
  ['a list of a paragraph', 11, 7, ['narrative', 'summary', 'intro'], 'First line\nsecond line.\n\n- item'],
])('finds %s by its place', (_what, line, column, path, text) => {
  const file = 'data/2031-32-q1/ferries.yaml';
  for (const shape of [paper, paper.replaceAll('\n', '\r\n'), `\uFEFF${paper}`])
    expect(findTarget(shape, { file, line, column }).value).toEqual({
      target: { kind: 'yaml', file, path },
      text,
    });
});

test('finds a cell with line breaks before it by its place', () => {
  const file = 'data/2031-32-q1/trips.csv';
  const csv = 'Name;Trips\r\n"two\r\nlines";12\r\nother;13';
  expect(findTarget(csv, { file, line: 3, column: 8 }).value).toEqual({
    target: { kind: 'cell', file, row: 2, column: 2 },
    text: '12',
  });
  const below = findTarget(`Report\n\n${csv}`, { file, line: 6, column: 1 }, { headerRow: 3 }).value;
  expect(below).toEqual({ target: { kind: 'cell', file, row: 5, column: 1, headerRow: 3 }, text: 'other' });
});

test('finds the heading and the paragraph of a template by their lines', () => {
  const file = 'templates/ferries/sections/summary.md.hbs';
  const text = '## Our ferries\n\nFirst {{x}}\nsecond.\n';
  expect(findTarget(text, { file, line: 1, column: 1 }).value?.text).toBe('Our ferries');
  expect(findTarget(text, { file, line: 4, column: 1 }).value).toEqual({
    target: { kind: 'lines', file, from: 3, to: 4 },
    text: 'First {{x}}\nsecond.',
  });
});

test('says where the cell of a workbook is edited', () => {
  const place = { file: 'data/2031-32-q1/trips.xlsx', sheet: 'Q1', line: 3, column: 4 };
  expect(findTarget('', place).refusal).toEqual({
    message: 'trips.xlsx is edited in the spreadsheet',
    hint: 'Open it there, change the cell and save the file.',
  });
});

test('refuses a place without a single value', () => {
  expect(findTarget(paper, { file: 'x.yaml', line: 7, column: 3 }).refusal?.message).toContain(
    'no single value',
  );
  expect(readTarget(paper, { kind: 'yaml', file: 'x.yaml', path: ['narrative'] }).refusal?.message).toContain(
    'several',
  );
});

test('describes the row that a new one can follow', () => {
  const csv = 'Report\nName,Trips,Cost\nferry,2,\n';
  const cell = { kind: 'cell', file: 'trips.csv', row: 3, column: 1, headerRow: 2 } as const;
  expect(describeRow(csv, cell).value).toEqual({
    row: 3,
    name: 'ferry',
    column: 'Name',
    columns: ['Name', 'Trips', 'Cost'],
    values: { Name: 'ferry', Trips: '2' },
  });
  const yaml = 'rows:\n  a: { name: A }\n  b: { name: B, trips: { value: 3, mark: provisional } }\n';
  const value = { kind: 'yaml', file: 'trips.yaml', path: ['rows', 'b', 'trips', 'value'] } as const;
  expect(describeRow(yaml, value).value).toEqual({
    row: 'b',
    name: 'b',
    column: 'trips',
    columns: ['name', 'trips'],
    values: { name: 'B', trips: '3' },
  });
  expect(describeRow(yaml, { ...value, path: ['title'] }).refusal?.message).toContain('no row');
});

test('suggests a label from the words that say something', () => {
  expect(suggestLabel('The {{facts.trips}} ferries were late, and the harbour’s staff…', [])).toBe(
    'ferries-late-harbour',
  );
  expect(suggestLabel('64 of them', [])).toBe('paragraph-64');
  expect(suggestLabel('{{x}}', ['paragraph', 'paragraph-2'])).toBe('paragraph-3');
});

test('lists the labels of a paper', () => {
  expect(listParagraphLabels(paper).value).toEqual([{ section: 'summary', labels: ['intro'] }]);
});

test.each([
  ['UTF-8', Buffer.from('Name,£\nCafé,1\n')],
  ['UTF-8 with a mark', Buffer.from('\uFEFFName,£\nCafé,1\n')],
  ['UTF-16', Buffer.from('\uFEFFName,£\nCafé,1\n', 'utf16le')],
  ['Windows-1252', Buffer.from('Name,£\nCafé \u0096 x,1\n', 'latin1')],
])('writes a CSV file back in %s', (_name, bytes) => {
  const opened = openTextFile('data/2031-32-q1/trips.csv', bytes).value;
  expect(Buffer.compare(opened?.encode(opened.text).value ?? Buffer.alloc(0), bytes)).toBe(0);
});

test('refuses a character that the encoding of a file does not have', () => {
  const opened = openTextFile('trips.csv', Buffer.from('Caf\u00e9,1\n', 'latin1')).value;
  expect(opened?.encode('Łódź,1\n').refusal?.message).toContain('encoding');
  expect(opened?.encode('Café – “so”,1\n').value).toBeInstanceOf(Uint8Array);
  expect(openTextFile('paper.yaml', Buffer.from('Caf\u00e9', 'latin1')).refusal?.message).toContain(
    'written back',
  );
});
