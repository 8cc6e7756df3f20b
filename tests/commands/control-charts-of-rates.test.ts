import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Control charts of percentages, rates and other numbers. All figures are invented. */
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/council-finance');
  copy.write(
    'templates/finance-monitor/charts.yaml',
    `charts:\n  by-month:\n    title: "{{variation measures.series}}"\n    subtitle: Months\n    alternative: A line.\n    kind: control\n    measure: series\n`,
  );
  copy.change(
    'templates/finance-monitor/sections/position.md.hbs',
    (text) =>
      `${text}\n\nLatest: {{measures.series.value}}. {{assurance measures.series}}\n\n{{chart "by-month"}}\n`,
  );
});
afterEach(() => copy.remove());

const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);
const readOutput = (name: string): string =>
  readFileSync(join(copy.root, 'output/2025-26-q1/finance-monitor', name), 'utf8');

/** The months from April 2024 to June 2025. */
const MONTHS = Array.from({ length: 15 }, (_, index) => {
  const month = String(((index + 3) % 12) + 1).padStart(2, '0');
  return `${2024 + Math.floor((index + 3) / 12)}-${month}`;
});

function writeMeasure(unit: string, target: string, ...lines: string[]): void {
  copy.write(
    'data/measures.yaml',
    [
      'measures:',
      '  series:',
      '    kind: control-chart',
      '    label: Invented series',
      `    ${unit}`,
      '    better-when: higher',
      `    target: { value: ${target}, source: Invented plan }`,
      '    source: Invented',
      ...lines.map((line) => `    ${line}`),
      '',
    ].join('\n'),
  );
}

function writeMonths(...values: string[]): void {
  const lines = values.map((value, index) => `    ${MONTHS[index] ?? ''}: ${value}`);
  copy.write('data/2025-26-q1/activity.yaml', `source: Invented\nmonths:\n  series:\n${lines.join('\n')}\n`);
}

/** Reads the page without tags, with plain spaces. */
const readPage = (): string =>
  readOutput('finance-monitor.html')
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');

/** Reads the texts of the drawing, one by one. */
const readDrawing = (): string[] =>
  [...readOutput('finance-monitor.html').matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text = '']) =>
    text.replace(/<[^>]+>/g, '').replace(/[\s\u00a0]+/g, ' '),
  );

/** Reads the values of the months, limits and mean in figures.csv, by their names. */
const readLimits = (): Map<string, readonly string[]> => {
  const rows = readOutput('figures.csv')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, figure, label, value, unit] =
        /(series\.[a-z-]+),(Invented series: [^,]+),([^,]*),([^,]*),/.exec(line) ?? [];
      return figure === undefined || label === undefined
        ? []
        : [[figure, [value ?? '', unit ?? '']] as const];
    });
  return new Map(rows);
};

const FILL = [
  '92.4',
  '93',
  '91.8',
  '92.9',
  '92.1',
  '93.3',
  '92.6',
  '91.9',
  '92.2',
  '93.1',
  '92.8',
  '92',
  '92.5',
  '93.2',
  '92.7',
];

describe('a control chart of percentages', () => {
  test('prints its latest month with the decimals of the others, in sentences too', () => {
    writeMeasure('unit: percent', '95');
    writeMonths(...FILL.slice(0, -1), '93');
    expect(papers('build')).toMatchObject({ code: 0 });
    expect(readPage()).toContain('Latest: 93.0%.');
  });

  test('has limits by the moving range, in per cent, with the decimals of its months', () => {
    writeMeasure('unit: percent', '95');
    writeMonths(...FILL);
    expect(papers('build')).toMatchObject({ code: 0 });
    const values = FILL.map(Number);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
    const reach = 2.66 * (ranges.reduce((a, b) => a + b, 0) / ranges.length);
    const limits = readLimits();
    for (const [name, expected] of [
      ['mean', mean],
      ['lower-limit', mean - reach],
      ['upper-limit', mean + reach],
    ] as const) {
      const [value, unit] = limits.get(`series.${name}`) ?? [];
      expect(Number(value)).toBeCloseTo(expected, 6);
      expect(unit).toBe('percent');
    }
    const page = readPage();
    expect(page).toContain('Percentage Signal');
    expect(page).toContain('April 2024 92.4% none May 2024 93.0% none');
    expect(page).toContain(`Upper limit ${(mean + reach).toFixed(1)}% –`);
    expect(page).toContain('Target of each month 95% –');
    expect(page).toContain('no month can be expected to meet the target of at least 95%');
    expect(page).not.toMatch(/\bcounts?\b of|No count|months have a count/);
    const drawing = readDrawing();
    expect(drawing).toContain(`mean ${mean.toFixed(1)}%`);
    expect(drawing).toContain('target 95%');
    expect(drawing.join('; ')).toMatch(/; The axis starts at \d\d%, not at 0\./);
  });

  test('cuts its limits at 0% and 100%, and says so', () => {
    writeMeasure('unit: percent', '90');
    writeMonths('99', '91', '100', '93', '98', '89', '100', '94', '99', '92', '100', '95', '98');
    expect(papers('build')).toMatchObject({ code: 0 });
    expect(readLimits().get('series.upper-limit')).toEqual(['100', 'percent']);
    const page = readPage();
    expect(page).toContain('Upper limit 100% –');
    expect(page).toContain('Limits are cut at 100%, the end of the scale.');
    expect(readOutput('figures.csv')).toContain('cut at the end of the scale');
    writeMonths('2', '9', '0', '7', '1', '8', '0', '6', '1', '9', '2', '7', '1');
    expect(papers('build')).toMatchObject({ code: 0 });
    expect(readLimits().get('series.lower-limit')).toEqual(['0', 'percent']);
    expect(readPage()).toContain('Limits are cut at 0%, the end of the scale.');
  });

  test('has limits above 100% where a month is above it', () => {
    writeMeasure('unit: percent', '95');
    writeMonths('99', '91', '{ value: 104.5, confirmed: true }', '93', '98', '89', '100', '94');
    expect(papers('build')).toMatchObject({ code: 0 });
    expect(Number(readLimits().get('series.upper-limit')?.[0])).toBeGreaterThan(104.5);
    expect(readPage()).not.toContain('Limits are cut');
  });

  test('names a month without a figure, and too few months', () => {
    writeMeasure('unit: percent', '95');
    writeMonths('92.4', '', '93.1');
    expect(papers('build')).toMatchObject({ code: 0 });
    const page = readPage();
    expect(page).toContain('No limits: too few months have a figure.');
    expect(page).toContain('No figure: May 2024 (not measured).');
    expect(readDrawing()).toContain('figure of a month');
  });

  test('takes its months from a data set of percentages', () => {
    writeMeasure('unit: percent', '95', 'data: { set: cover, column: filled, row: elm }');
    MONTHS.forEach((month, index) => {
      copy.write(
        `data/${month.replace('-', '-m')}/cover.csv`,
        `Ward,Filled\nElm,${FILL[index] ?? ''}%\nOak,${80 + index}%\n`,
      );
    });
    copy.change('data/datasets.yaml', (sets) => `${sets}  cover: { title: Cover }\n`);
    expect(papers('build')).toMatchObject({ code: 0 });
    expect(readPage()).toContain('June 2025 92.7% none');
  });

  test.each([
    ['refuses a percentage above 100', '120', '95', 'activity.yaml:5:14: error: 120 is not a percentage'],
    [
      'explains how to confirm a percentage above 100',
      '120',
      '95',
      'confirm it: { value: 120, confirmed: true }',
    ],
    ['refuses a fraction', '0.93', '95', 'activity.yaml:5:14: error: 0.93 looks like a fraction: 93?'],
    ['refuses a target above 100', '93', '105', 'measures.yaml:7:22: error: value: 105 does not fit'],
    [
      'refuses a target that is a fraction',
      '93',
      '0.95',
      'measures.yaml:7:22: error: 0.95 looks like a fraction',
    ],
  ])('%s', (_, month, target, message) => {
    writeMeasure('unit: percent', target);
    writeMonths('92.4', month, '93.1');
    expect(papers('check').err).toContain(message);
  });
});

describe('a control chart of other numbers', () => {
  test.each([
    {
      unit: 'unit: rate\n    per: 1000',
      target: '6.5',
      months: ['5.21', '5.35', '5.1', '5.42', '5.3', '5.25', '5.4'],
      heading: 'Rate per 1,000 Signal',
      row: 'June 2024 5.10 none',
      words: 'target of at least 6.5 per 1,000',
      drawn: 'Unit: per 1,000',
    },
    {
      unit: 'unit: ratio',
      target: '1.5',
      months: ['1.21', '1.35', '1.1', '1.42', '1.3', '1.25'],
      heading: 'Ratio Signal',
      row: 'June 2024 1.10 none',
      words: 'target of at least 1.5',
      drawn: 'target 1.5',
    },
    {
      unit: 'unit: days',
      target: '20',
      months: ['12.5', '13', '11.5', '12', '12.5', '13.5'],
      heading: 'Number Signal',
      row: 'May 2024 13.0 days none',
      words: 'target of at least 20 days',
      drawn: 'Unit: days',
    },
    {
      unit: 'unit: number',
      target: '20',
      months: ['12.5', '13', '11.5', '12', '12.5', '13.5'],
      heading: 'Number Signal',
      row: 'May 2024 13.0 none',
      words: 'target of at least 20',
      drawn: 'mean 12.5',
    },
  ])('prints the unit $unit', ({ unit, target, months, heading, row, words, drawn }) => {
    writeMeasure(unit, target);
    writeMonths(...months);
    expect(papers('build')).toMatchObject({ code: 0 });
    const page = readPage();
    for (const text of [heading, row, words]) expect(page).toContain(text);
    expect(readDrawing()).toContain(drawn);
    expect(page).not.toMatch(/No count|months have a count/);
  });

  test('keeps limits below 0 for signed numbers', () => {
    writeMeasure('unit: points\n    signed: true', '1');
    writeMonths('-2.5', '3.1', '-1.2', '2', '-3', '1.5', '0.4');
    expect(papers('build')).toMatchObject({ code: 0 });
    expect(Number(readLimits().get('series.lower-limit')?.[0])).toBeLessThan(-5);
    expect(readPage()).toContain('April 2024 −2.5 points none');
    expect(readDrawing()).toEqual(expect.arrayContaining(['Unit: percentage points', '0', 'target +1']));
  });

  test('refuses a rate without its population', () => {
    writeMeasure('unit: rate', '6.5');
    writeMonths('5.2', '5.3');
    expect(papers('check').err).toContain(
      'measures.yaml:5:11: error: a rate does not say for how many people or cases',
    );
  });
});
