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

const MEASURE = 'unit: count, better-when: lower, source: Invented';
const DISCLOSURE = 'disclosure: { threshold: 1000 }';

/** Counts of measures with numbers below the threshold, and with totals, rates and charts that could reveal them. */
function plantMeasures(): void {
  copy.write(
    'data/measures.yaml',
    `measures:
  injuries: { kind: count-to-date, label: Injuries, ${MEASURE}, compare-with: previous-year-end, ${DISCLOSURE} }
  restraints: { kind: count, label: Restraints, ${MEASURE}, compare-with: previous-period, ${DISCLOSURE} }
  waiting: { kind: count, window: as-at, label: Waiting, ${MEASURE}, ${DISCLOSURE} }
  absences: { kind: control-chart, label: Absences, ${MEASURE}, ${DISCLOSURE} }
  falls: { kind: area-ranking, label: Falls, unit: ratio, per: 1000, better-when: lower, source: Invented, ends: 4, ${DISCLOSURE} }
  restraint-rate: { kind: rate, label: Restraints for each person, unit: ratio, better-when: lower, source: Invented, numerator: restraints, denominator: people, per: 10, window: period, compare-with: previous-period }
  restraint-share: { kind: ratio-of-counts, label: Restraints of injuries, unit: percent, better-when: lower, source: Invented, numerator: restraints, denominator: injuries, window: period }
`,
  );
  copy.write(
    'data/2024-25-q4/activity.yaml',
    'source: Invented\nto-date: { injuries: 22600 }\nin-period: { restraints: 5550 }\npopulations: { people: 60000 }\n',
  );
  copy.write(
    'data/2025-m04/activity.yaml',
    'source: Invented\nin-period:\n  injuries: 917 # plantedcomment\n',
  );
  copy.write('data/2025-m05/activity.yaml', 'source: Invented\nin-period: { injuries: 5530 }\n');
  copy.write('data/2025-m06/activity.yaml', 'source: Invented\nin-period: { injuries: 5573 }\n');
  copy.write(
    `${PERIOD}/activity.yaml`,
    `source: Invented # 917 restraints
in-period:
  injuries: 12020
  restraints:
    value: 917
    was: 91734
    revised: Plantedreason.
as-at: { waiting: { value: 917, at: 2025-06-28 } }
months:
  absences: { 2025-03: 5521, 2025-04: 5523, 2025-05: 917, 2025-06: 5525 }
populations: { people: 61000 }
`,
  );
  copy.write(
    `${PERIOD}/areas.yaml`,
    `source: Invented
rankings:
  falls:
    of: 4
    whole: { count: 17509, population: 61000 }
    published:
      North: { count: 5527, population: 15000 }
      South: { count: 5531, population: 16000 }
      Dale: { count: 917, population: 14000 } # 917
      Moor: { count: 5534, population: 16000 }
`,
  );
  copy.change('data/organisation.yaml', (text) =>
    text.replace('plural: districts', 'plural: districts, names: [North, South, Dale, Moor]'),
  );
  copy.write(
    'templates/staff-report/tables.yaml',
    `tables:
  grievances: { kind: data, title: Grievances, data: grievances, columns: [district, this-year, share] }
  measures:
    kind: trend
    title: Measures
    heading: Measure
    measures: [injuries, restraints, waiting, absences, restraint-rate, restraint-share]
    columns: [{ show: base, heading: Base }, { show: interval, heading: Interval }, { show: change, heading: Change }, { show: percent-change, heading: Per cent }, { show: projection, heading: Projection }]
  falls:
    kind: ranking
    title: Falls
    measure: falls
    columns: [{ show: rank, heading: Rank }, { show: rank-range, heading: Range }, { show: area, heading: District }, { show: count, heading: Falls }, { show: value, heading: Rate }, { show: overall, heading: Against all }]
`,
  );
  const texts = (name: string) =>
    `title: ${name}, subtitle: ${name}, alternative: A drawing of all figures that are shown.`;
  copy.write(
    'templates/staff-report/charts.yaml',
    `charts:
  restraints-chart: { kind: trend, ${texts('Lines')}, measures: [restraints, restraint-rate] }
  absences-chart: { kind: control, ${texts('Months')}, measure: absences }
  falls-chart: { kind: ranking, ${texts('Bars')}, measure: falls }
  dots-chart: { kind: dots, ${texts('Dots')}, measures: [injuries, restraints] }
`,
  );
  copy.change(
    'templates/staff-report/sections/position.md.hbs',
    (text) =>
      `${text}\n{{table "measures"}}\n\n{{table "falls"}}\n\n{{chart "restraints-chart"}}\n\n{{chart "absences-chart"}}\n\n{{chart "falls-chart"}}\n\n{{chart "dots-chart"}}\n`,
  );
  copy.change(
    `${PERIOD}/staff-report.yaml`,
    (text) =>
      `${text}    measured: |\n      There were {{measures.restraints.value}} restraints. They {{change measures.restraints}}, and {{percent-change measures.restraints}}.\n` +
      '      {{measures.waiting.value}} people wait. Dale is {{rank "falls" "Dale"}}. {{neighbours "falls"}}\n' +
      '      See {{ref "measures"}}, {{ref "falls"}}, {{ref "restraints-chart"}}, {{ref "absences-chart"}}, {{ref "falls-chart"}} and {{ref "dots-chart"}}.\n',
  );
}

beforeAll(() => {
  copy = copyProject('tests/sentences/projects/small-counts');
  copy.change(
    'data/datasets.yaml',
    (text) => `${text.replaceAll('threshold: 5', 'threshold: 1000')}  savings: { title: Savings }\n`,
  );
  plantMeasures();
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
  const built = papers('build');
  expect(built.err).not.toContain(': error:');
  expect(built.code).toBe(0);
  expect(papers('issue', '--as', '1.0')).toMatchObject({ code: 0 });
});
afterAll(() => copy.remove());

test('reveals nothing hidden, unused or suppressed in any file of a build and of an issued version', async () => {
  const texts = await listOutputTexts(join(copy.root, 'output'));
  for (const part of ['pages', 'strings', 'metadata'])
    expect([...texts.keys()].filter((name) => name.endsWith(`.pdf: ${part}`))).toHaveLength(2);
  for (const words of ['6,612', '7,712 boots', 'Dale', '11,981', '12,020', '5,521', '5,531'])
    expect([...texts].filter(([, text]) => text.includes(words)).map(([name]) => name)).not.toEqual([]);
  const leaks = [...texts].flatMap(([name, text]) =>
    [...`${name} ${text}`.replaceAll(/[0-9a-f]{32,}/g, '').matchAll(/\w*(?:planted|917|91[,.]7)\w*/gi)].map(
      ([found]) => `${found} in ${name}`,
    ),
  );
  expect(leaks).toEqual([]);
  // The counts that would reveal others: by subtraction from a total, and by the next smallest area.
  for (const hidden of ['5573', '5,573', '5527', '5,527'])
    expect([...texts].filter(([, text]) => text.includes(hidden)).map(([name]) => name)).toEqual([]);
  for (const path of ['activity.yaml', 'areas.yaml'])
    expect([...texts].find(([name]) => name.endsWith(`v1.0/sources.zip/${PERIOD}/${path}`))?.[1]).toContain(
      '{ value: null, reason: confidential }',
    );
  const html = [...texts].find(([name]) => name.endsWith('staff-report.html'))?.[1] ?? '';
  expect(html).toContain('[c] a number from 1 to 999 is not shown, nor one that would reveal it');
  for (const id of ['measures.restraints', 'restraints', 'falls.dale', 'absences', 'injuries'])
    expect(papers('explain', id).out).not.toMatch(/917|planted/i);
  expect(papers('verify', '1.0').out).toContain('The sources inside each version give the same bytes.');
});
