import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Totals of percentages, rates and ratios. All figures are invented. */
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/council-finance');
  copy.write(
    'data/2025-26-q1/visits.csv',
    'Site,Visits,Done,Filled,Density\nEast,100,50,50%,5.1\nWest,300,60,20%,2.2\n',
  );
  print('{{table "visits"}}');
});
afterEach(() => copy.remove());

function print(text: string): void {
  copy.change('templates/finance-monitor/sections/position.md.hbs', (before) => `${before}\n\n${text}\n`);
}

/** Defines the columns of the file, and others or other forms of them. */
function define(columns: Record<string, string>, ...lines: string[]): void {
  const all = {
    site: '{ type: text }',
    visits: '{ type: count }',
    done: '{ type: count }',
    filled: '{ type: percent }',
    density: '{ type: number }',
    ...columns,
  };
  const listed = Object.entries(all).map(([id, column]) => `  ${id}: ${column}`);
  const text = ['title: Visits', 'columns:', ...listed, ...lines].map((line) => `    ${line}\n`).join('');
  copy.change('data/datasets.yaml', (sets) => `${sets}  visits:\n${text}`);
}

const readFigures = (): string =>
  readFileSync(join(copy.root, 'output/2025-26-q1/finance-monitor/figures.csv'), 'utf8');

const papers = (command: string) => runPapers([command, '--root', copy.root]);

describe('totals:', () => {
  test.each([
    [
      'a column of percentages',
      {},
      'filled',
      'filled holds percentages, which do not add up',
      'filled: { percent-of: { of: …, to: … } }',
    ],
    [
      'a column of rates',
      { density: '{ type: rate, per: 1000 }' },
      'density',
      'density holds rates, which do not add up',
      'density: { rate: { of: …, per: …, times: 1000 } }',
    ],
    [
      'a column of ratios',
      { density: '{ type: ratio }' },
      'density',
      'density holds ratios, which do not add up',
      'density: { ratio: { of: …, to: … } }',
    ],
    [
      'a change of percentages',
      { gain: '{ label: Gain, difference: { from: filled, to: filled } }' },
      'gain',
      'gain is computed from filled, whose percentages do not add up',
      'share-of:',
    ],
  ])('refuses %s at its place', (_, columns, total, message, hint) => {
    define(columns, `totals: [visits, ${total}]`);
    const { code, err } = papers('build');
    expect(code).toBe(1);
    expect(err).toMatch(/data\/datasets\.yaml:\d+:22: error: /);
    expect(err).toContain(message);
    expect(err).toContain(hint);
  });

  test('computes the percentage of a total from the totals of its parts', () => {
    define({ part: '{ label: Part, percent-of: { of: done, to: visits } }' }, 'totals: [visits, done, part]');
    print('In all {{total data.visits.part}}.');
    expect(papers('build')).toMatchObject({ code: 0 });
    expect(readFigures()).toContain('27.5%');
  });
});

describe('{{total …}}', () => {
  test('refuses percentages of the file', () => {
    print('In all {{total data.visits.filled}}.');
    expect(papers('check').err).toContain('the column filled holds percentages, which do not add up');
  });

  test('says how to print the percentage of a total that is not listed', () => {
    define({ part: '{ label: Part, percent-of: { of: done, to: visits } }' });
    print('In all {{total data.visits.part}}.');
    const { err } = papers('check');
    expect(err).toContain('the column part holds percentages, which do not add up');
    expect(err).toContain('list part under totals: in data/datasets.yaml');
  });

  test('adds up shares of a whole', () => {
    define({ part: '{ label: Part, share-of: visits }' });
    print('In all {{total data.visits.part}}.');
    expect(papers('build')).toMatchObject({ code: 0 });
    expect(readFigures()).toContain('100.0%');
  });
});

test('refuses the total of percentages as the months of a measure', () => {
  define({});
  copy.write(
    'data/measures.yaml',
    'measures:\n  cover: { kind: control-chart, label: Cover, unit: percent, better-when: higher, source: Invented, data: { set: visits, column: filled, row: total } }\n',
  );
  expect(papers('check').err).toMatch(
    /measures\.yaml:2:\d+: error: filled holds percentages, which do not add up/,
  );
});
