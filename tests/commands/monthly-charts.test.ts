import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listOutputTexts } from '../support/list-output-texts.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Months in the paper of a quarter, from folders of their own. All figures are invented. */
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/council-finance');
});
afterEach(() => copy.remove());

const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);
const readOutput = (name: string): string =>
  readFileSync(join(copy.root, 'output/2025-26-q1/finance-monitor', name), 'utf8');

/** The months from April 2023 to June 2025, as names of folders. */
const MONTHS = Array.from({ length: 27 }, (_, index) => {
  const month = String(((index + 3) % 12) + 1).padStart(2, '0');
  return `${2023 + Math.floor((index + 3) / 12)}-m${month}`;
});

const TEXTS = 'title: By month\n    subtitle: Months\n    alternative: A line of months.';

function writeChart(...lines: string[]): void {
  copy.write(
    'templates/finance-monitor/charts.yaml',
    `charts:\n  by-month:\n    ${TEXTS}\n    ${lines.join('\n    ')}\n`,
  );
  copy.change(
    'templates/finance-monitor/sections/position.md.hbs',
    (text) => `${text}\n\n{{chart "by-month"}}\n`,
  );
}

function build(): { code: number | null; err: string } {
  const { code, err } = papers('build');
  return { code, err };
}

/** Returns the labels and first values of the table behind the chart. */
function readChartRows(): string[] {
  const html = readOutput('finance-monitor.html');
  const table = /<details[^>]*>.*?<\/details>/s.exec(html)?.[0] ?? '';
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

const lastProblem = (): string => papers('check').err;

describe('a measure that is counted by month', () => {
  beforeEach(() => {
    copy.write(
      'data/measures.yaml',
      [
        'measures:',
        '  calls:',
        '    kind: count',
        '    label: Calls answered',
        '    unit: count',
        '    better-when: neither',
        '    source: Telephone system (invented)',
        '  falls:',
        '    kind: control-chart',
        '    label: Falls on wards',
        '    short: Falls',
        '    unit: count',
        '    better-when: lower',
        '    target: { value: 30, source: Invented plan }',
        '    source: Incident log (invented)',
        '',
      ].join('\n'),
    );
    MONTHS.forEach((month, index) =>
      copy.write(
        `data/${month}/activity.yaml`,
        `source: Invented\nin-period:\n  calls: ${1000 + index}\n  falls: ${20 + (index % 5)}\n`,
      ),
    );
  });

  test('is drawn by month in the paper of a quarter, as far back as the chart says', () => {
    writeChart('kind: trend', 'measures: [calls]', 'over: months', 'last: 24');
    expect(build()).toMatchObject({ code: 0 });
    const [heads = '', calls = ''] = readChartRows();
    expect(heads).toMatch(/^July 2023 August 2023 .* May 2025 June 2025$/);
    expect(calls).toMatch(/^Calls answered 1,003 1,004 .* 1,026$/);
    expect(calls.split(' ')).toHaveLength(26);
    expect(readOutput('figures.csv')).toContain('data/2025-m06/activity.yaml');
  });

  test('keeps its quarters without over:', () => {
    writeChart('kind: trend', 'measures: [calls]');
    expect(build()).toMatchObject({ code: 0 });
    expect(readChartRows()).toEqual(['2024/25 Q4 2025/26 Q1', 'Calls answered 3,066 3,075']);
  });

  test('has limits in a control chart, whose value is the latest month of the quarter', () => {
    writeChart('kind: control', 'measure: falls', 'last: 12', 'notes: ["Latest: {{measures.falls.value}}."]');
    expect(build()).toMatchObject({ code: 0 });
    const rows = readChartRows();
    expect(rows.slice(0, 2)).toEqual(['Number Signal', 'July 2024 20 none']);
    expect(rows[12]).toBe('June 2025 21 none');
    expect(readOutput('finance-monitor.html')).toContain('Latest: ');
    // The limits rest on all 27 months.
    expect(readOutput('figures.csv')).toMatch(/Falls on wards: mean,21\.\d+,.*April 2023 to June 2025/);
  });

  test('hides small counts of months in folders of their own, also in the packed sources', async () => {
    copy.change('data/measures.yaml', (text) => `${text}    disclosure: { threshold: 23 }\n`);
    writeChart('kind: control', 'measure: falls', 'last: 6');
    expect(papers('issue', '--as', '1.0').code).toBe(0);
    const folder = join(copy.root, 'output/archive');
    const manifest = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith('manifest.json'),
    );
    const texts = await listOutputTexts(join(folder, manifest ?? '', '..'));
    const months = [...texts].filter(([name]) => /data\/20\d\d-m\d\d\/activity\.yaml$/.test(name));
    expect(months.length).toBeGreaterThanOrEqual(MONTHS.length);
    for (const [, text] of months) expect(text).not.toMatch(/falls: 2[0-2]\b/);
    expect(papers('verify', '1.0').out).toContain('The sources inside each version give the same bytes.');
  });

  test('refuses a length of period that no folder has', () => {
    writeChart('kind: trend', 'measures: [calls]', 'over: halves');
    expect(lastProblem()).toContain(
      'charts.yaml:8:11: error: these measures have no figures of a single half-year',
    );
  });

  test('refuses the count of a control chart in the folder of a quarter', () => {
    copy.write('data/2025-26-q1/activity.yaml', 'source: Invented\nin-period:\n  falls: 60\n');
    writeChart('kind: control', 'measure: falls');
    expect(lastProblem()).toContain('data/2025-26-q1/activity.yaml:3:3: error:');
  });

  test('refuses a month that is in two files', () => {
    copy.write('data/2025-26-q1/activity.yaml', 'source: Invented\nmonths:\n  falls:\n    2025-05: 60\n');
    writeChart('kind: control', 'measure: falls');
    expect(lastProblem()).toContain('2025-05 is already in data/2025-m05/activity.yaml');
  });
});

describe('a data set with a file for each month', () => {
  beforeEach(() => {
    MONTHS.forEach((month, index) =>
      copy.write(
        `data/${month}/staffing.csv`,
        `Ward,Hours,Falls\nElm,${100 + index},${index === 20 ? '9 [b]' : 2 + (index % 2)}\nOak,${200 + index},${index % 3}\n`,
      ),
    );
    copy.change('data/datasets.yaml', (sets) => `${sets}  staffing: { title: Staffing }\n`);
  });

  test('is drawn by month in the paper of a quarter', () => {
    writeChart('kind: lines', 'data: staffing', 'columns: [hours]', 'over: months', 'last: 3');
    expect(build()).toMatchObject({ code: 0 });
    expect(readChartRows()).toEqual([
      'Elm Oak',
      'April 2025 124 224',
      'May 2025 125 225',
      'June 2025 126 226',
    ]);
  });

  test('is rebuilt from its own sources', () => {
    writeChart('kind: lines', 'data: staffing', 'columns: [hours]', 'over: months', 'last: 3');
    expect(papers('issue', '--as', '1.0').code).toBe(0);
    const { code, out } = papers('verify', '1.0');
    expect(out).toContain('The sources inside each version give the same bytes.');
    expect(code).toBe(0);
  });

  test('refuses a length of period without a file', () => {
    writeChart('kind: lines', 'data: staffing', 'columns: [hours]', 'over: years');
    expect(lastProblem()).toContain('charts.yaml:9:11: error: "staffing" has no file for a year');
  });

  test('gives a measure its months, by row, with limits that start again at a break', () => {
    copy.write('data/measures.yaml', writeMeasure('set: staffing, column: falls, row: elm'));
    writeChart('kind: control', 'measure: falls');
    expect(build()).toMatchObject({ code: 0 });
    const rows = readChartRows();
    expect(rows[1]).toBe('April 2023 2 none');
    expect(rows).toContain('Mean from December 2024 3.4 –');
    expect(readOutput('finance-monitor.html')).toContain(
      'Counts from December 2024 cannot be compared with earlier ones, and have limits of their own',
    );
    expect(papers('explain', 'falls').out).toContain('data/2025-m06/staffing.csv:2:9');
  });

  test('gives a measure the total of its rows', () => {
    copy.write('data/measures.yaml', writeMeasure('set: staffing, column: falls, row: total'));
    writeChart('kind: control', 'measure: falls', 'last: 2');
    expect(build()).toMatchObject({ code: 0 });
    expect(readChartRows().slice(1, 3)).toEqual(['May 2025 4 none', 'June 2025 4 none']);
    expect(papers('issue', '--as', '1.0').code).toBe(0);
    expect(papers('verify', '1.0').out).toContain('The sources inside each version give the same bytes.');
  });

  test.each([
    ['set: staff, column: falls, row: elm', '10:18: error: there is no data set "staff"'],
    ['set: staffing, column: fall, row: elm', '10:36: error: no column of "staffing" is called "fall"'],
    ['set: staffing, column: falls, row: ash', '10:48: error: no row of "staffing" is called "ash"'],
    ['set: staffing, column: ward, row: elm', '10:36: error: the column "ward" has no numbers'],
  ])('refuses data: { %s }', (data, message) => {
    copy.write('data/measures.yaml', writeMeasure(data));
    writeChart('kind: control', 'measure: falls');
    expect(lastProblem()).toContain(`data/measures.yaml:${message}`);
  });

  test('refuses to hide small counts that the files of a data set have', () => {
    copy.write(
      'data/measures.yaml',
      `${writeMeasure('set: staffing, column: falls, row: elm')}    disclosure: { threshold: 5 }\n`,
    );
    writeChart('kind: control', 'measure: falls');
    const err = lastProblem();
    expect(err).toContain('a measure whose months a data set has takes no disclosure:');
    expect(err).toContain('hint: Write disclosure: for the data set staffing in data/datasets.yaml.');
  });

  test('refuses rows that are not months', () => {
    copy.write('data/measures.yaml', writeMeasure('set: staffing, column: falls'));
    writeChart('kind: control', 'measure: falls');

    const err = lastProblem();
    expect(err).toContain(`data/2023-m04/staffing.csv:2:1: error: "Elm" is not a month`);
    expect(err).toContain('name its row with row: in measures.yaml');
  });
});

describe('a line chart of a data set with a column of targets', () => {
  const writeRows = (...targets: (number | string)[]): void => {
    copy.write(
      'data/2025-26-q1/waits.csv',
      `Month,Waits,Target\n${targets.map((target, index) => `${['April', 'May', 'June'][index] ?? ''} 2025,${80 + index}%,${target}%`).join('\n')}\n`,
    );
  };

  test('draws one line for a target that all rows share, and tells its value', () => {
    writeRows(95, 95, 95);
    writeChart('kind: lines', 'data: waits', 'columns: [waits]', 'target: target');
    expect(build()).toMatchObject({ code: 0 });
    expect(readChartRows()).toEqual([
      'Waits',
      'April 2025 80%',
      'May 2025 81%',
      'June 2025 82%',
      'Target 95%',
    ]);
    expect(readOutput('finance-monitor.html')).toContain('Target 95%.');
  });

  test('draws targets that change as a series', () => {
    writeRows(90, 92, 95);
    writeChart('kind: lines', 'data: waits', 'columns: [waits]', 'target: target');
    expect(build()).toMatchObject({ code: 0 });
    expect(readChartRows()).toEqual([
      'Waits Target',
      'April 2025 80% 90%',
      'May 2025 81% 92%',
      'June 2025 82% 95%',
    ]);
  });

  test('refuses the targets of several rows over periods', () => {
    writeRows(90, 92, 95);
    writeChart('kind: lines', 'data: waits', 'columns: [waits]', 'over: periods', 'target: target');
    expect(lastProblem()).toContain('the chart has no row with a target in this column');
  });
});

describe('a data set whose rows are months', () => {
  const rows = [
    'Month,Falls',
    'Nov-24,12',
    'December 2024,14',
    '2025-01,9',
    'February 2025,11',
    'March 2025,13',
  ];

  beforeEach(() => {
    copy.write('data/2024-25-q4/falls.csv', `${rows.join('\n')}\n`);
    copy.write(
      'data/2025-26-q1/falls.csv',
      'Month,Falls\nMarch 2025,15\nApril 2025,10\nMay 2025,12\nJune 2025,11\n',
    );
    copy.change('data/datasets.yaml', (sets) => `${sets}  falls: { title: Falls }\n`);
    copy.write('data/measures.yaml', writeMeasure('set: falls, column: falls'));
    writeChart('kind: control', 'measure: falls');
  });

  test('gives a measure the months of all its files, and the newest figure of a month in two', () => {
    expect(build()).toMatchObject({ code: 0 });
    expect(readChartRows().slice(1, 9)).toEqual([
      'November 2024 12 none',
      'December 2024 14 none',
      'January 2025 9 none',
      'February 2025 11 none',
      'March 2025 15 none',
      'April 2025 10 none',
      'May 2025 12 none',
      'June 2025 11 none',
    ]);
  });

  test('refuses a month after the period', () => {
    copy.change('data/2025-26-q1/falls.csv', (text) => text.replace('June 2025', 'July 2025'));
    expect(lastProblem()).toContain('falls.csv:5:1: error: July 2025 is after the end of 2025/26 Q1');
  });

  test('checks the months of new limits against the data set', () => {
    copy.change(
      'data/measures.yaml',
      (text) => `${text}    recalculate: [{ from: 2026-01, reason: a new ward }]\n`,
    );
    expect(build()).toMatchObject({ code: 0 });
    copy.change('data/measures.yaml', (text) => text.replace('2026-01', '2024-01'));
    expect(lastProblem()).toContain('Falls on wards has no count for 2024-01');
  });
});

function writeMeasure(data: string): string {
  return [
    'measures:',
    '  falls:',
    '    kind: control-chart',
    '    label: Falls on wards',
    '    short: Falls',
    '    unit: count',
    '    better-when: lower',
    '    source: Incident log (invented)',
    '    # The data set has the months.',
    `    data: { ${data} }`,
    '',
  ].join('\n');
}
