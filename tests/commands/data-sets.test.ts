import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BuildReport } from '../../src/build-report/build-report.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Data sets of the invented finance monitor, through the commands around a build. */
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/council-finance');
});
afterEach(() => copy.remove());

const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);
const read = (path: string): string => readFileSync(join(copy.root, path), 'utf8');

test('carries data sets over: names of rows stay, and every value is emptied', () => {
  expect(papers('new', '2025-26-q2', '--meeting', '2025-12-10').code).toBe(0);
  expect(read('data/2025-26-q2/budget.yaml')).toContain(
    'parks: { service: Parks, directorate: Place, budget: null, forecast: null, rating: null }',
  );
  expect(read('data/2025-26-q2/debts.csv')).toBe(
    'Debt,31 March 2025,30 June 2025,Collected\r\nCouncil tax,,,\r\n"Rents, homes",,,\r\n',
  );
  // The draft builds, because an empty spreadsheet has the types of the last one.
  const { code, err } = papers('check', '2025-26-q2');
  expect(err).not.toContain(': error:');
  expect(code).toBe(0);
});

test('keeps what the definition says', () => {
  copy.change('data/datasets.yaml', (text) =>
    text.replace('type: markdown }', 'type: markdown, carry: keep }'),
  );
  expect(papers('new', '2025-26-q2', '--meeting', '2025-12-10').code).toBe(0);
  expect(read('data/2025-26-q2/budget.yaml')).toContain('rating: null, action: New *routes* from May. }');
});

test('traces a cell to its line and column in the spreadsheet, and a total to its parts', () => {
  const { out, code } = papers('explain', 'data.debts.council-tax.c-30-june-2025');
  expect(code).toBe(0);
  expect(out).toContain('data/2025-26-q1/debts.csv:2:25');
  expect(papers('explain', 'data.budget.parks.change').out).toContain('(Forecast − Budget) ÷ Budget');
});

test('packs the spreadsheet with the sources, so that the issued paper can be rebuilt', () => {
  expect(papers('issue', '--as', '1.0').code).toBe(0);
  const { code, out } = papers('verify', '1.0');
  expect(out).toContain('The sources inside each version give the same bytes.');
  expect(code).toBe(0);
});

test('warns of an encoding that had to be guessed', () => {
  copy.write('data/2025-26-q1/debts.csv', Buffer.from('Debt,30 June 2025\nCouncil tax \xa3,5\n', 'latin1'));
  const { err, code } = papers('check');
  expect(err).toContain('the file is not UTF-8, so it is read as Windows-1252');
  expect(code).toBe(0);
});

test('ignores a spreadsheet that the paper does not mention', () => {
  copy.write('data/2025-26-q1/raw-extract.csv', 'no,"table\n');
  expect(papers('check').code).toBe(0);
});

test('names the spreadsheet among the files that a report of a build lists', () => {
  const report = join(copy.root, 'report.json');
  const hash = (): unknown => {
    expect(papers('build', '--all', '--report', report).code).toBe(0);
    const { project } = JSON.parse(readFileSync(report, 'utf8')) as BuildReport;
    return project.inputs.find(({ path }) => path === 'data/2025-26-q1/debts.csv')?.sha256;
  };
  const before = hash();
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  copy.change('data/2025-26-q1/debts.csv', (text) => text.replace('830000', '830001'));
  expect(hash()).not.toBe(before);
});

test('lists the figures of data sets as such, with the text to type', () => {
  const { out, code } = papers('labels', '--kind', 'data');
  expect(code).toBe(0);
  expect(out).toMatch(/\ndata +\{\{data\.budget\.parks\.forecast\}\} +£1,250/);
});

test('explains a data set: its file, each column with the origin of its type, its groups, totals and rows', () => {
  const { out, code } = papers('explain', 'budget');
  expect(code).toBe(0);
  expect(out).toMatch(/file +data\/2025-26-q1\/budget\.yaml\n/);
  expect(out).toMatch(/rows +3 rows, named by the column service\n/);
  expect(out).toMatch(/groups +by directorate: Place \(2\), People \(1\)\n/);
  expect(out).toMatch(
    / forecast +forecast +Forecast +pounds, lower is better +definition +0 +3 +provisional \(1\)\n/,
  );
  expect(out).toMatch(
    / change +Variance as a share of budget +\(Forecast − Budget\) ÷ Budget +computed +3\n/,
  );
  expect(out).toMatch(/ rating +rating +Rating +scale, of red, amber, green +definition +3\n/);
  expect(out).toMatch(/ parks +Parks +data\/2025-26-q1\/budget\.yaml:3:3\n/);
});

test('explains a spreadsheet that the paper does not use yet, with its inferred types and the cells to come', () => {
  copy.write(
    'data/2025-26-q1/visits.csv',
    'Library,Visits,Change,Opened\nNorth,"1,204",4.5%,2001-05-01\nSouth,,[x],\n',
  );
  const { out, code } = papers('explain', 'visits');
  expect(code).toBe(0);
  expect(out).toMatch(/columns from +the headings of the file\n/);
  expect(out).toMatch(/to come +data\.visits\.south\.visits, data\.visits\.south\.opened\n/);
  expect(out).toMatch(/ visits +Visits +Visits +count +cells +0 +1\n/);
  expect(out).toMatch(/ change +Change +Change +percent +cells +1 +2 +not available \(1\)\n/);
  expect(out).toMatch(/ opened +Opened +Opened +date +cells +1\n/);
  const { explanations } = JSON.parse(papers('explain', 'data.visits', '--json').out) as {
    explanations: { kind: string; columns: { name: string; typeFrom: string }[] }[];
  };
  expect(explanations[0]).toMatchObject({
    kind: 'data-set',
    columns: [{}, { name: 'visits', typeFrom: 'cells' }, {}, {}],
  });
});

test('explains a data set that has a mistake, and reports the mistake', () => {
  copy.change('data/2025-26-q1/budget.yaml', (text) => text.replace('budget: 5000', 'budget: 5 million'));
  const { out, err, code } = papers('explain', 'budget');
  expect(code).toBe(1);
  expect(out).toMatch(/to come +data\.budget\.care\.budget\n/);
  expect(err).toContain('budget.yaml:4:');
});

test('explains a cell of a data set by its row and column, also one with words', () => {
  expect(papers('explain', 'data.debts.council-tax.c-30-june-2025').out).toMatch(
    /row +Council tax\n +column +30 June 2025\n +file +data\/2025-26-q1\/debts\.csv:2:25\n/,
  );
  expect(papers('explain', 'data.budget.parks.directorate').out).toMatch(
    /^data\.budget\.parks\.directorate: Place\n +row +Parks\n +column +directorate\n +file +data\/2025-26-q1\/budget\.yaml:3:3\n/,
  );
  expect(papers('explain', 'data.budget.parks.forcast').err).toContain('data.budget.parks.forecast');
});

test('reports a mistake in a Markdown cell that no table prints, and none in one that a table prints twice', () => {
  copy.change('data/2025-26-q1/budget.yaml', (text) =>
    text.replace('action: New *routes* from May.', 'action: "New {{period.lable}} from May."'),
  );
  const count = (): number =>
    papers('check')
      .err.split('\n')
      .filter((line) => /budget\.yaml:\d+:\d+: error: period has no "lable"/.test(line)).length;
  expect(count()).toBe(1);
  copy.change('templates/finance-monitor/sections/position.md.hbs', (text) =>
    text.replace('{{table "budget"}}', ''),
  );
  copy.change('data/2025-26-q1/finance-monitor.yaml', (text) =>
    text.replace('{{ref "budget"}} has each', 'A table has each'),
  );
  expect(count()).toBe(1);
});

test('reports unsupported Markdown and broken references in Markdown cells that no table prints', () => {
  copy.write(
    'data/2025-26-q1/notes.csv',
    [
      'Area,Sum,Note',
      'East,1,"A plain note, with a *stress* and 2 * 3."',
      'West,2,Read <b>this</b> now.',
      'North,3,"See {{ref ""nowhere""}}."',
      'South,4,"- one\n- two"',
      'Mid,5,A **lost mark.',
      'Far,6,"See {{ref ""budget""}}, which has {{data.budget.parks.forecast}}."',
    ].join('\n') + '\n',
  );
  copy.change('data/datasets.yaml', (text) =>
    text.replace(
      'datasets:',
      'datasets:\n  notes:\n    columns:\n      area: { label: Area, type: text }\n' +
        '      sum: { label: Sum, type: count }\n      note: { label: Note, type: markdown }',
    ),
  );
  copy.change(
    'templates/finance-monitor/sections/position.md.hbs',
    (text) => `${text}\n\nIn all {{total data.notes.sum}}.\n`,
  );
  const lines = (): string[] =>
    papers('check')
      .err.split('\n')
      .filter((line) => line.includes('notes.csv'))
      .map((line) => line.replace(/^.*notes\.csv:/, '').replace(/ {2}\[.*$/, ''));
  const unprinted = lines();
  expect(unprinted.sort()).toEqual([
    '3:13: error: HTML is not supported',
    '3:20: error: HTML is not supported',
    '4:13: warning: nothing in this paper has the label "nowhere"',
    '5:9: error: a list is not supported here',
    '7:9: error: "**" has no partner',
  ]);
  // A table prints them: the same mistakes, once.
  copy.change(
    'templates/finance-monitor/sections/position.md.hbs',
    (text) => `${text}\n\n{{table "notes"}}\n`,
  );
  expect(lines().sort()).toEqual(unprinted.map((line) => line.replace('warning', 'error')));
});

test('reports a cell of a spreadsheet at the line in which it starts, also in a row of several lines', () => {
  copy.write(
    'data/2025-26-q1/debts.csv',
    'Debt,31 March 2025,30 June 2025\n"Council\ntax, in\nthree lines",1,2\n"Rents,\nhomes",3,many\n"Other\n",x,4\n',
  );
  copy.change('data/datasets.yaml', (text) =>
    text.replace(
      'datasets:',
      'datasets:\n  debts:\n    columns:\n      debt: { label: Debt, type: text }\n' +
        '      march: { label: 31 March 2025, type: count }\n      june: { label: 30 June 2025, type: count }',
    ),
  );
  const { err } = papers('check');
  expect(err).toContain('data/2025-26-q1/debts.csv:6:10: error: ');
  expect(err).toContain('6 | homes",3,many');
  expect(err).toContain('data/2025-26-q1/debts.csv:8:3: error: ');
});
