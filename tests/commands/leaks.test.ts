import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOutputTexts } from '../support/list-output-texts.js';
import { makeWorkbook, type TestSheet } from '../support/make-workbook.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/**
 * Plants what no output may reveal: hidden sheets, rows and columns, rows and columns that the paper does not use, and numbers
 * that it suppresses. Each planted word and number stands nowhere else. All figures are invented.
 */
const PERIOD = 'data/2025-26-q1';
let copy: Copy;
const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);

/** A workbook with a sheet to read, and everything else that a workbook can hide. */
function makePlantedWorkbook(sheet: Omit<TestSheet, 'name'>): Uint8Array {
  const cells = { A1: 'plantedsheetcell', B1: 91734 };
  return makeWorkbook({
    sheets: [
      { name: 'Districts', ...sheet },
      { name: 'Plantedhidden', state: 'hidden', cells },
      { name: 'Plantedveryhidden', state: 'veryHidden', cells },
    ],
    parts: {
      'docProps/core.xml': '<coreProperties><creator>plantedauthor</creator></coreProperties>',
      'xl/comments1.xml': '<comments><comment ref="B4"><t>plantedcomment</t></comment></comments>',
    },
  });
}

/** A workbook whose headings are in row 3, below a title. Row 6 and column D are hidden. */
function makeDistricts(rows: readonly (readonly [string, number, number])[]): Uint8Array {
  const cells: TestSheet['cells'] = {
    A1: 'Plantedtitle: 917 in Dale',
    A3: 'District',
    B3: 'Last year',
    C3: 'This year',
    D3: 'Plantedheading',
    E3: 'Upheld',
    F3: 'Action',
    A6: 'Plantedrow',
    B6: 91734,
  };
  rows.forEach(([district, lastYear, thisYear], index) => {
    const row = index < 2 ? index + 4 : index + 5;
    Object.assign(cells, {
      [`A${row}`]: district,
      [`B${row}`]: lastYear,
      [`C${row}`]: thisYear,
      [`D${row}`]: 'plantedcell',
      [`E${row}`]: [0.9173, '0.00%'],
      [`F${row}`]: 'Plantedaction',
    });
  });
  return makePlantedWorkbook({
    cells,
    hiddenRows: [6],
    columns: '<col min="4" max="4" hidden="1"/>',
  });
}

beforeAll(() => {
  copy = copyProject('tests/sentences/projects/small-counts');
  copy.change(
    'data/datasets.yaml',
    (text) => `${text.replaceAll('threshold: 5', 'threshold: 1000')}  savings: { title: Savings }\n`,
  );
  copy.write(
    'templates/staff-report/tables.yaml',
    'tables:\n  grievances: { kind: data, title: Grievances, data: grievances, columns: [district, this-year, share] }\n',
  );
  copy.write(`${PERIOD}/grievances.yaml`, 'file: grievances.xlsx\nsheet: Districts\nheader-row: 3\n# 917\n');
  copy.write(
    `${PERIOD}/grievances.xlsx`,
    makeDistricts([
      ['North', 5526, 5524],
      ['South', 5531, 5540],
      ['Dale', 5517, 917],
      ['Moor', 5519, 0],
    ]),
  );
  copy.change(`${PERIOD}/referrals-july.csv`, (text) =>
    text.replace('12 managers', '917 managers').replace('Workload,2,4', 'Workload,5526,917'),
  );
  // Without a definition of columns: the paper uses one cell of each file.
  copy.write(`${PERIOD}/savings.yaml`, 'file: savings.xlsx\nsheet: Districts\n');
  copy.write(
    `${PERIOD}/savings.xlsx`,
    makePlantedWorkbook({
      cells: {
        A1: 'Saving',
        B1: 'Plan',
        C1: 'Plantedheading',
        D1: 'Plantednumber',
        A2: 'Fleet',
        B2: 6612,
        C2: 'plantedcell',
        D2: 91734,
        A3: 'Plantedrow',
        B3: 91734,
        C3: 'plantedcell',
        D3: 91734,
      },
    }),
  );
  copy.write(`${PERIOD}/stock.csv`, 'Item,Number,Plantedheading\nBoots,7712,91734\nPlantedrow,91734,91734\n');
  copy.write(`${PERIOD}/planted.csv`, 'Item,Number\nPlantedrow,91734\n');
  copy.change(
    `${PERIOD}/staff-report.yaml`,
    (text) =>
      `${text}      The fleet saves {{data.savings.fleet.plan}}, and {{data.stock.boots.number}} boots are in stock.\n`,
  );
  expect(papers('build')).toMatchObject({ code: 0 });
  expect(papers('issue', '--as', '1.0')).toMatchObject({ code: 0 });
});
afterAll(() => copy.remove());

test('reveals nothing hidden, unused or suppressed in any file of a build and of an issued version', async () => {
  const texts = await listOutputTexts(join(copy.root, 'output'));
  for (const part of ['pages', 'strings', 'metadata'])
    expect([...texts.keys()].filter((name) => name.endsWith(`.pdf: ${part}`))).toHaveLength(2);
  for (const words of ['6,612', '7,712 boots', 'Dale', '11,981'])
    expect([...texts].filter(([, text]) => text.includes(words)).map(([name]) => name)).not.toEqual([]);
  const leaks = [...texts].flatMap(([name, text]) =>
    [...`${name} ${text}`.replaceAll(/[0-9a-f]{32,}/g, '').matchAll(/\w*(?:planted|917|91[,.]7)\w*/gi)].map(
      ([found]) => `${found} in ${name}`,
    ),
  );
  expect(leaks).toEqual([]);
  expect(papers('verify', '1.0').out).toContain('The sources inside each version give the same bytes.');
});
