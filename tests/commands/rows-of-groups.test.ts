import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Rows that share a name under two groups. All figures are invented. */
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/council-finance');
  copy.change(
    'templates/finance-monitor/sections/position.md.hbs',
    (text) => `${text}\n\n{{table "plans"}}\n`,
  );
});
afterEach(() => copy.remove());

const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);

function define(key: string, rows: readonly string[]): void {
  const code = key === 'code' ? '      code: { label: Code, type: text }\n' : '';
  copy.write('data/2025-26-q1/plans.csv', `${rows.join('\n')}\n`);
  copy.change(
    'data/datasets.yaml',
    (sets) =>
      `${sets}  plans:\n    title: Applications\n    source: Invented\n    key: ${key}\n    columns:\n${code}` +
      '      kind: { label: Kind, type: text }\n      group: { label: Group, type: text }\n' +
      '      fees: { label: Fees, type: pounds }\n    groups: group\n    totals: [fees]\n',
  );
}

const NAMED = [
  'Code,Kind,Group,Fees',
  'Major Dwellings,Dwellings,Major,"1,204.50"',
  'Major Offices,Offices for the XQZ,Major,900',
  'Minor Dwellings,Dwellings,Minor,1000',
];

function printKinds(): void {
  copy.write(
    'templates/finance-monitor/tables.yaml',
    'tables:\n  plans: { kind: data, title: Applications, data: plans, columns: [kind, fees] }\n',
  );
}

test('says how to name rows of different groups that share a name', () => {
  define('kind', ['Kind,Group,Fees', 'Dwellings,Major,4', 'Offices,Major,2', 'Dwellings,Minor,9']);
  const { code, err } = papers('check');
  expect(code).toBe(1);
  expect(err).toContain('plans.csv:4:1: error: the row "Dwellings" is here twice');
  expect(err).toContain('It is also under Major, in line 2.');
  expect(err).toContain('"Major Dwellings" there, "Minor Dwellings" here.');
  expect(err).toContain('write key: code for plans');
});

test('gives the usual advice for a row that is twice in one group', () => {
  define('kind', ['Kind,Group,Fees', 'Dwellings,Major,4', 'Dwellings,Major,9']);
  const { err } = papers('check');
  expect(err).toContain('Give one of the two another name.');
  expect(err).not.toContain('It is also under');
});

test('prints such rows by a column of names that the table leaves out, with the words of totals', () => {
  define('code', NAMED);
  printKinds();
  expect(papers('build').code).toBe(0);
  const html = readFileSync(
    join(copy.root, 'output/2025-26-q1/finance-monitor/finance-monitor.html'),
    'utf8',
  );
  const table = /Applications<\/caption>.*?<\/table>/s.exec(html)?.[0] ?? '';
  const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  expect(rows).toEqual([
    'Kind Fees',
    'Major',
    'Dwellings £1,204.50',
    'Offices for the XQZ £900.00',
    'Total, Major £2,104.50',
    'Minor',
    'Dwellings £1,000.00',
    'Total £3,104.50',
  ]);
});

test('reports an acronym of a plain cell at its row', () => {
  define('code', NAMED);
  printKinds();
  expect(papers('check').err).toMatch(/plans\.csv:3:1: warning: "XQZ" is not expanded/);
});

test('explains the exact value of money with its sign', () => {
  define('code', NAMED);
  printKinds();
  expect(papers('explain', 'data.plans.major-dwellings.fees').out).toMatch(/value +£1204\.5\n/);
});
