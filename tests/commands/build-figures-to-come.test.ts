import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.js';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

let copy: Copy;
afterEach(() => copy.remove());

/** Builds a paper and returns the text of its PDF, with single spaces for line breaks. */
async function buildText(period: string, paper: string): Promise<string> {
  const run = runPapers(['build', '--root', copy.root]);
  expect(run.err).not.toMatch(/\bat .*\.js/);
  expect(run.code, run.err).toBe(0);
  const pdf = await readPdf(readFileSync(join(copy.root, 'output', period, paper, `${paper}.pdf`)));
  return pdf.pages.map((page) => page.text.replaceAll(/\s+/g, ' ')).join(' ');
}

test('prints "to come" for an empty figure in sentences, sums, tables and charts', async () => {
  copy = copyProject('tests/papers/parks-update');
  const folder = 'data/2024-25-q2';
  copy.change(`${folder}/facts.yaml`, (text) =>
    text
      .replace('value: 14', 'value: null')
      .replace('about }', 'about, reason: the accounts are not closed }')
      .replace('12500', 'null'),
  );
  copy.write(`${folder}/survey.yaml`, 'source:\npublished:\n  satisfied:\n');
  copy.write(
    `${folder}/activity.yaml`,
    'source:\nin-period:\n  visits:\n  fines: { value: null, source: }\n',
  );
  copy.write(`${folder}/areas.yaml`, 'source:\nrankings:\n  litter:\n    of: 4\n    published:\n');
  copy.change(`${folder}/shares.yaml`, (text) => text.replace('percent: 45', 'percent:'));
  const page = await buildText('2024-25-q2', 'parks-update');
  expect(page).toContain('put in [to come] benches and one bin: [to come].');
  expect(page).toContain('It cost [not available: the accounts are not closed].');
  expect(page).toContain('The gates counted [to come] visits ([to come])');
  expect(page).toContain('Satisfaction changed from 71% to [to come]');
  expect(page).toContain('Of those asked, [to come] were under 40 and 55% were 40 and over');
  expect(page).not.toMatch(/NaN|undefined|null|Infinity|\b0 (visits|benches)\b/);
});

test('prints "to come" for empty answers, months, areas and groups, and never counts them as zero', async () => {
  copy = copyProject('tests/papers/quarterly-performance');
  const folder = 'data/2015-16-q3';
  copy.write(
    `${folder}/survey.yaml`,
    [
      'source:',
      'design-effect:',
      'waves:',
      '  trust: { base: , weighted-base: , weighted-count: , design-effect: }',
      '  safe: { base: , count: }',
      '  new-question: { base: , count: }',
      'groups:',
      '  satisfaction-gap:',
      '    white: { base: , count: }',
      '    minority-ethnic: { base: , count: }',
      '',
    ].join('\n'),
  );
  copy.write(
    `${folder}/activity.yaml`,
    'source:\nin-period:\n  burglary:\n  burglary-detections:\n  robbery:\n  knife-amnesties:\npopulations:\n  households:\nmonths:\n  calls:\n',
  );
  copy.change(`${folder}/areas.yaml`, (text) =>
    text.replaceAll(/\{ base: \d+, count: \d+ \}/g, '{ base: , count: }').replace('Invented for tests', ''),
  );
  const page = await buildText('2015-16-q3', 'quarterly-performance');
  expect(page).toContain('Trust changed from 56% to [to come]');
  expect(page).toContain(
    'By day they changed by [to come]. Burglary is still to be compared with its target of 4,000.',
  );
  expect(page).toContain('Ashby is [to come].');
  expect(page).toContain('Burglaries numbered [to come] in the year to date');
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});

const ACTIVITY_CHART = `
  activity-chart:
    kind: dots
    title: Activity of teams
    subtitle: Number recorded, on a logarithmic scale
    alternative: A row for each kind of activity.
    measures: [asb-visits, asb-letters, abcs, asbos, penalty-notices, search-warrants, cannabis-factories, arrests,
      stop-and-search, stop-and-account, cannabis-warnings, weapon-sweeps, crack-houses, brothels]
`;

test('draws no dot for zero and missing values on a logarithmic scale', async () => {
  copy = copyProject('.');
  copy.change('data/2008-09-q3/activity.yaml', (text) =>
    text
      .replace('brothels: 809', 'brothels: 0')
      .replace('crack-houses: 639', 'crack-houses: { value: , reason: not counted }')
      .replace('arrests: 21123', 'arrests: 1'),
  );
  copy.change('data/2008-09-q3/tp-thematic-performance.yaml', (text) =>
    text.replace('status: final', 'status: draft'),
  );
  const template = 'templates/tp-thematic-performance';
  copy.change(`${template}/charts.yaml`, (text) => `${text}${ACTIVITY_CHART}`);
  copy.change(`${template}/sections/supporting-information.md.hbs`, (text) =>
    text.replace(
      '{{table "activity-table"}}',
      '{{ref "activity-chart"}} shows it.\n\n{{chart "activity-chart"}}\n\n{{table "activity-table"}}',
    ),
  );
  const page = await buildText('2008-09-q3', 'tp-thematic-performance');
  expect(page).toMatch(/Arrests Brothels Crack-house closures [\d, ]* 395 1 0 not available/);
  const file = 'output/2008-09-q3/tp-thematic-performance/tp-thematic-performance.html';
  const drawings = readFileSync(join(copy.root, file), 'utf8').match(/<svg .*?<\/svg>/gs) ?? [];
  const chart = drawings.find((svg) => svg.includes('Logarithmic scale'));
  expect(chart?.match(/<path d="M[^"]*C/g)).toHaveLength(12); // fourteen rows, two of them without a dot
});

test('requires a source for a figure that has been entered', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.write('data/2024-25-q2/survey.yaml', 'source:\npublished:\n  satisfied: 70\n');
  const run = runPapers(['check', '--root', copy.root, '--json']);
  expect(run.code).toBe(1);
  const { problems } = JSON.parse(run.out) as { problems: Problem[] };
  expect(problems.map(({ rule, place }) => [rule, place?.file, place?.line])).toEqual([
    ['source-is-stated', 'data/2024-25-q2/survey.yaml', 3],
  ]);
});
