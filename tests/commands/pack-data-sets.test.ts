import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.js';
import { sha256 } from '../../src/sha256.js';
import { listOutputTexts } from '../support/list-output-texts.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** An issued paper packs the cells of spreadsheets that it uses, and no others. All figures are invented. */
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/council-finance');
});
afterEach(() => copy.remove());

const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);

/** Issues the paper, and returns its folder in the archive. */
function issue(): string {
  const { code, err } = papers('issue', '--as', '1.0');
  expect(err).not.toContain(': error:');
  expect(code).toBe(0);
  const archive = join(copy.root, 'output/archive');
  const manifest = readdirSync(archive, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith('manifest.json'),
  );
  return join(archive, manifest ?? '', '..');
}

const findIn = (texts: ReadonlyMap<string, string>, words: string): string[] =>
  [...texts].flatMap(([name, text]) => (text.toLowerCase().includes(words) ? [name] : []));

function expectVerified(): void {
  const { code, out } = papers('verify', '1.0');
  expect(out).toContain('The sources inside each version give the same bytes.');
  expect(code).toBe(0);
}

describe('a spreadsheet of which a sentence uses one cell', () => {
  const text = [
    'Debts of the council (plantedtitle)',
    '',
    'Debt;31 March 2025;30 June 2025;plantedheading',
    '"plantedrow;\r\nin two lines";1;2.75;plantedcell',
    'Council tax;1204500;1150000;plantedcell',
    'Rents;plantedunused;861000.123;plantedcell',
  ].join('\r\n');

  beforeEach(() => {
    copy.change('data/datasets.yaml', (sets) => `${sets}  debts: { title: Debts }\n`);
    copy.write('data/2025-26-q1/debts.yaml', 'file: ledger.csv\nheader-row: 3\n');
    copy.write('data/2025-26-q1/ledger.csv', text);
    copy.change('templates/finance-monitor/sections/position.md.hbs', (section) =>
      section.replace('{{table "debts"}}', ''),
    );
    copy.change('data/2025-26-q1/finance-monitor.yaml', (paper) =>
      paper.replace('; {{ref "debts"}} has all', ''),
    );
  });

  test('is packed as that cell, and the rebuild gives the same bytes', async () => {
    const folder = issue();
    const texts = await listOutputTexts(folder);
    expect(findIn(texts, 'planted')).toEqual([]);
    expect(findIn(texts, '1204500')).toEqual([]);
    expect(texts.get('sources.zip/data/2025-26-q1/ledger.csv')).toBe(
      '\n\nDebt,,30 June 2025,\n\n\nCouncil tax,,1150000,\n',
    );
    expectVerified();
  });

  test('is identified by the hash of the original in the manifest', () => {
    const manifest = JSON.parse(readFileSync(join(issue(), 'manifest.json'), 'utf8')) as Manifest;
    const original = readFileSync(join(copy.root, 'data/2025-26-q1/ledger.csv'));
    expect(manifest.inputs.find(({ path }) => path.endsWith('ledger.csv'))?.original).toEqual({
      bytes: original.length,
      sha256: sha256(original),
    });
  });
});

describe('a defined spreadsheet in two periods', () => {
  beforeEach(() => {
    rmBudgets();
    copy.write(
      'data/2024-25-q4/budget.csv',
      'Service,Directorate,Budget,Forecast,Rating,What is being done\n' +
        'Waste,Place,3900,3950,green,plantedwords\nPlantedrow,Place,1,2,red,no\n',
    );
    copy.write(
      'data/2025-26-q1/budget.csv',
      'Service,Directorate,Budget,Forecast,Rating,What is being done\n' +
        'Waste,Place,4000,4100,amber,plantedwords\n' +
        'Parks,Place,1000,1250 [p],red,plantedwords\nAdult care,People,5000,5000,green,plantedwords\n',
    );
  });

  test('is packed as printed, with the earlier figures that a column of this period repeats', async () => {
    copy.write(
      'templates/finance-monitor/tables.yaml',
      'tables:\n  budget: { kind: data, title: Budget, data: budget, columns: [service, forecast, before, share] }\n',
    );
    const texts = await listOutputTexts(issue());
    expect(findIn(texts, 'plantedwords')).toEqual([]);
    expect(findIn(texts, 'plantedrow')).toEqual([]);
    expect(texts.get('sources.zip/data/2024-25-q4/budget.csv')).toBe(
      'Service,Directorate,Budget,Forecast,Rating,What is being done\nWaste,,,3950,,\n',
    );
    expectVerified();
  });
});

describe('a spreadsheet of promises of which a sentence names those that are kept or dropped', () => {
  beforeEach(() => {
    copy.change(
      'data/datasets.yaml',
      (sets) =>
        `${sets}  promises:\n    columns:\n` +
        '      what: { label: What, type: text }\n' +
        '      owner: { label: Who, type: text }\n' +
        '      due: { label: By when, type: date, role: due }\n' +
        '      done: { label: Done, type: date, role: done }\n',
    );
    copy.write(
      'data/2024-25-q4/promises.csv',
      'What,Who,By when,Done\nthe shed,Ann of the sheds,May 2025,\nthe wall,plantedowner,May 2025,\n' +
        'the hut,plantedowner,May 2024,2024-05-01\n',
    );
    copy.write(
      'data/2025-26-q1/promises.csv',
      'What,Who,By when,Done\nthe wall,plantedowner,May 2025,2025-05-02\nthe gate,plantedowner,May 2099,\n' +
        'the hut,plantedowner,May 2024,2024-05-01\n',
    );
    copy.change(
      'templates/finance-monitor/sections/position.md.hbs',
      (section) =>
        `${section}\n\nKept: {{names data.promises.kept}}. Dropped: ` +
        '{{#each data.promises.dropped.rows}}{{name}} ({{owner}}){{/each}}.\n',
    );
  });

  test('is packed with the cells that decide this in both periods, and the rebuild gives the same bytes', async () => {
    const texts = await listOutputTexts(issue());
    expect(findIn(texts, 'kept: the wall. dropped: the shed (ann of the sheds).')).not.toEqual([]);
    expect(findIn(texts, 'plantedowner')).toEqual([]);
    expect(texts.get('sources.zip/data/2024-25-q4/promises.csv')).toBe(
      'What,Who,By when,Done\nthe shed,Ann of the sheds,May 2025,\nthe wall,,May 2025,\nthe hut,,May 2024,2024-05-01\n',
    );
    expectVerified();
  });
});

describe('a spreadsheet with percentages of few people and breaks, in groups', () => {
  beforeEach(() => {
    copy.change(
      'data/datasets.yaml',
      (sets) =>
        `${sets}  appeals:\n    groups: area\n    totals: [last-year, this-year, change]\n    columns:\n` +
        '      kind: { label: Kind, type: text }\n' +
        '      area: { label: Area, type: text }\n' +
        '      last-year: { label: Last year, type: count }\n' +
        '      this-year: { label: This year, type: count }\n' +
        '      upheld: { label: Upheld, type: percent, minimum-base: { column: this-year, least: 50 } }\n' +
        '      change: { label: Change, difference: { from: last-year, to: this-year } }\n' +
        '      comment: { label: Comment, type: text }\n',
    );
    copy.write(
      'data/2025-26-q1/appeals.csv',
      'Kind,Area,Last year,This year,Upheld,Comment\n' +
        'Houses,North,61,72,41.2%,plantedwords\nFlats,North,40,48 [b],31.25%,plantedwords\n' +
        'Shops,South,90,85 [p],12%,plantedwords\nSigns,South,12,9,91.73%,plantedwords\n',
    );
    copy.change(
      'templates/finance-monitor/sections/position.md.hbs',
      (text) => `${text}\n\n{{table "appeals"}}\n`,
    );
    copy.write(
      'templates/finance-monitor/tables.yaml',
      'tables:\n  appeals: { kind: data, title: Appeals, data: appeals, columns: [kind, upheld, change, last-year] }\n',
    );
  });

  test('is packed with the bases that are not printed, and the rebuild gives the same bytes', async () => {
    const texts = await listOutputTexts(issue());
    expect(findIn(texts, 'plantedwords')).toEqual([]);
    const page = [...texts].find(([name]) => name.endsWith('finance-monitor.html'))?.[1] ?? '';
    expect(page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toMatch(
      /North Houses 41\.2% \+?11 61 Flats \[u\] \[z\] 40 Total, North (?:– )?\[z\] 101 South Shops 12\.0% −5 90 Signs \[u\] −3 12/,
    );
    expect(texts.get('sources.zip/data/2025-26-q1/appeals.csv')).toBe(
      'Kind,Area,Last year,This year,Upheld,Comment\nHouses,North,61,72,41.2%,\nFlats,North,40,48 [b],31.25%,\n' +
        'Shops,South,90,85 [p],12%,\nSigns,South,12,9,91.73%,\n',
    );
    expectVerified();
  });
});

describe('a spreadsheet whose percentages a later period repeats, also in totals of groups', () => {
  test('is packed with its groups, and the rebuild gives the same bytes', async () => {
    copy.change(
      'data/datasets.yaml',
      (sets) =>
        `${sets}  decisions:\n    groups: area\n    totals: [decided, share, before]\n    columns:\n` +
        '      kind: { label: Kind, type: text }\n' +
        '      area: { label: Area, type: text }\n' +
        '      decided: { label: Decided, type: count }\n' +
        '      in-time: { label: In time, type: count }\n' +
        '      share: { label: Share, percent-of: { of: in-time, to: decided } }\n' +
        '      before: { label: Before, previous: { column: share, in: same-period-last-year } }\n' +
        '      comment: { label: Comment, type: text }\n',
    );
    for (const [period, first] of [
      ['2024-25-q1', 8],
      ['2025-26-q1', 9],
    ] as const)
      copy.write(
        `data/${period}/decisions.csv`,
        'Kind,Area,Decided,In time,Comment\n' +
          `Houses,North,10,${first},plantedwords\nFlats,North,30,27,plantedwords\nShops,South,5,4,plantedwords\n`,
      );
    copy.change(
      'templates/finance-monitor/sections/position.md.hbs',
      (text) =>
        `${text}\n\nNorth: {{data.decisions.total-north.before}}; all: {{data.decisions.total.before}}.\n`,
    );
    const texts = await listOutputTexts(issue());
    expect(findIn(texts, 'plantedwords')).toEqual([]);
    const page = [...texts].find(([name]) => name.endsWith('finance-monitor.html'))?.[1] ?? '';
    expect(page.replace(/<[^>]+>/g, '')).toContain('North: 87.5%; all: 86.7%.');
    expect(texts.get('sources.zip/data/2024-25-q1/decisions.csv')).toContain('Houses,North,10,8,\n');
    expectVerified();
  });
});

test('a spreadsheet whose ratings a later period repeats is packed with those, and the rebuild gives the same bytes', async () => {
  copy.change(
    'data/datasets.yaml',
    (sets) =>
      `${sets}  risks:\n    columns:\n      risk: { label: Risk, type: text }\n` +
      '      rating: { label: Rating, type: scale, scale: rag }\n' +
      '      before: { label: Last time, previous: rating }\n      comment: { label: Comment, type: text }\n',
  );
  copy.write(
    'data/2024-25-q4/risks.csv',
    'Risk,Rating,Comment\nCyber,red,plantedwords\nGone,red,plantedwords\n',
  );
  copy.write(
    'data/2025-26-q1/risks.csv',
    'Risk,Rating,Comment\nCyber,amber,plantedwords\nNew,red,plantedwords\n',
  );
  copy.write(
    'templates/finance-monitor/tables.yaml',
    'tables:\n  risks: { kind: data, title: Risks, data: risks, columns: [risk, before] }\n',
  );
  copy.change(
    'templates/finance-monitor/sections/position.md.hbs',
    (text) => `${text}\n\n{{table "risks"}}\n`,
  );
  const texts = await listOutputTexts(issue());
  expect(findIn(texts, 'plantedwords')).toEqual([]);
  expect(texts.get('sources.zip/data/2024-25-q4/risks.csv')).toBe('Risk,Rating,Comment\nCyber,red,\n');
  expectVerified();
});

function rmBudgets(): void {
  for (const period of ['2024-25-q4', '2025-26-q1'])
    copy.write(`data/${period}/budget.yaml`, 'file: budget.csv\n');
}
