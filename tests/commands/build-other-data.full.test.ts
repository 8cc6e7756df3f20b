import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printOutcomes } from '../support/print-outcomes.js';
import { readSentences } from '../support/read-sentences.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

const SURVEY = 'data/2008-09-q3/survey.yaml';
const AREAS = 'data/2008-09-q3/areas.yaml';
const MEASURES = 'data/measures.yaml';

/** Builds this project's paper with changed data and returns its HTML edition. Also checks that the text has no gaps. */
function buildPage(change: (copy: Copy) => void): string {
  const copy = copyProject('.');
  printOutcomes(copy);
  change(copy);
  const run = runPapers(['build', '--root', copy.root]);
  expect(run.code, run.err).toBe(0);
  const folder = join(copy.root, 'output/2008-09-q3/tp-thematic-performance');
  const html = readFileSync(join(folder, 'tp-thematic-performance.html'), 'utf8');
  const csv = readFileSync(join(folder, 'figures.csv'), 'utf8');
  copy.remove();
  const text = readSentences(html);
  for (const output of [text, csv]) expect(output).not.toMatch(/\b(NaN|undefined|null|Infinity|\[object)\b/);
  expect(text).not.toMatch(/ ,|\. \.|\( ?\)|\bby \.|\b(from|to|at) [.,]/);
  return html;
}

/** Builds this project's paper with changed data and returns its text. */
function buildWith(change: (copy: Copy) => void): string {
  return readSentences(buildPage(change));
}

function writeResults(copy: Copy, ...values: number[]): void {
  const names = ['confidence', 'understanding', 'dealing', 'informed', 'asb-worry'];
  copy.write(
    SURVEY,
    `source: Invented\npublished:\n${names.map((name, index) => `  ${name}: ${values[index]}\n`).join('')}`,
  );
}

test('calls a change too close to call if rounding decides its significance', () => {
  const text = buildWith((copy) => writeResults(copy, 61, 66, 63, 59, 41));
  expect(text).toContain('rose by 5 percentage points, from 56% to 61%');
  expect(text).toContain(
    'Dealing with local issues of concern rose by 1 percentage point, from 62% to 63%. Worry about anti-social behaviour rose by 1 percentage point, from 40% to 41%. Each of these two is a change too close to call.',
  );
  expect(text).toContain(
    'If only one does, the result is too close to call. That is so of dealing with local issues of concern and worry about anti-social behaviour.',
  );
  // Computed independently, at the least favourable values of the whole family: 1.07.
  expect(text).toContain('would remain so with a design effect of up to 1.0. The first to be lost would be');
});

test('calls nothing significant if nothing changed', () => {
  const text = buildWith((copy) => {
    rmSync(join(copy.root, 'data/2008-09-q2/survey.yaml')); // its figures are higher, and those changes are significant
    writeResults(copy, 56, 64, 62, 51, 40);
  });
  expect(text).toContain('confidence in local policing stayed the same, at 56%.');
  expect(text).toContain('= no statistically significant change at the 5% level');
  expect(text).not.toMatch(
    /▲|▼|Every statistically significant|larger than chance alone would explain[^”"]|probably/,
  );
});

test('calls every result a deterioration if every result is worse', () => {
  const text = buildWith((copy) => writeResults(copy, 50, 60, 58, 47, 48));
  expect(text).toContain('from 56% to 50%, a deterioration larger than chance alone would explain.');
  expect(text).toContain(
    'from 40% to 48%. Each of these four is a deterioration larger than chance alone would explain.',
  );
  expect(text).toContain('▲ rose, ▼ fell: statistically significant at the 5% level');
  expect(text).toContain('+8 ▲ Worse');
  expect(text).toContain('−6 ▼ Worse');
  expect(text).not.toMatch(/Better|an improvement/);
});

/** Writes seven quarters of an invented survey with different bases, weights and design effects. */
function writeWaves(copy: Copy, without?: string): void {
  const periods = ['2007-08-q1', '2007-08-q2', '2007-08-q3', '2007-08-q4', '2008-09-q1', '2008-09-q2'];
  [...periods, '2008-09-q3'].forEach((period, index) => {
    mkdirSync(join(copy.root, 'data', period), { recursive: true });
    const wave = (share: number): string =>
      `{ base: ${5000 + 10 * index}, weighted-base: ${4900 + 12 * index}, weighted-count: ${(share * (4900 + 12 * index)).toFixed(2)}, design-effect: ${1.2 + index / 10} }`;
    const rows = [
      `confidence: ${wave(0.56 + 0.012 * index)}`,
      `understanding: ${wave(0.6)}`,
      `dealing: ${wave(0.62 + 0.002 * index)}`,
      `informed: ${wave(0.5 - 0.01 * index)}`,
      `asb-worry: ${wave(0.4 + 0.004 * index)}`,
    ];
    if (period === without) rmSync(join(copy.root, 'data', period), { recursive: true });
    else copy.write(`data/${period}/survey.yaml`, `source: Invented\nwaves:\n  ${rows.join('\n  ')}\n`);
  });
}

test('pools waves with weights and design effects, and explains them in the note', () => {
  const text = buildWith((copy) => writeWaves(copy));
  // Computed independently with 50 digits: pA 0.578037, pB 0.614036, adjusted p 2.0e-11 and 0.482.
  // The two windows share one quarter.
  expect(text).toContain(
    'rose by 4 percentage points before rounding, from 58% to 61%, an improvement larger than',
  );
  expect(text).toContain('Confidence in local policing 61% to 62% 20,180 +2.6 to +4.6 p<0.001');
  expect(text).toContain('Dealing with local issues of concern 62% to 64% 20,180 −0.4 to +1.6 p=0.482');
  expect(text).toContain('allow for it. It is between 1.4 and 1.7 in the periods compared');
  expect(text).toContain('the two windows have one quarter in common');
  expect(text).not.toMatch(/It was not published, so|Rounding\./);
});

test('leaves out results that need a missing wave, with the reason', () => {
  const text = buildWith((copy) => writeWaves(copy, '2008-09-q1'));
  expect(text).toContain(
    'cannot be given for 2008/09 Q3 (no interviews on file for 2008/09 Q1); the figure for 2007/08 was ',
  );
  expect(text).toContain('No figures for the year to June 2008 and the year to September 2008.');
  expect(text).toContain('No change in the survey’s results could be tested');
});

test('builds without results for this quarter or any earlier one', () => {
  const text = buildWith((copy) => {
    copy.write(SURVEY, 'source: Invented\npublished: {}\n');
    for (const period of ['2007-08-q4', '2008-09-q2'])
      rmSync(join(copy.root, 'data', period), { recursive: true });
    rmSync(join(copy.root, AREAS));
  });
  expect(text).toContain('cannot be given for 2008/09 Q3 (not published) or for 2007/08 (not published)');
  expect(text).toContain('cannot be compared between BOCUs: no results are on file for 2008/09 Q3');
});

test('ranks no areas, and all areas with ties and different bases', () => {
  const none = buildWith((copy) =>
    copy.change(AREAS, (text) => text.replace(/ {4}published:[^]*/, '    published: {}\n')),
  );
  expect(none).toContain('Confidence in local policing cannot be compared between BOCUs: none is published');
  const all = buildWith((copy) =>
    copy.write(
      AREAS,
      `source: Invented\nrankings:\n  area-confidence:\n    of: 4\n    design-effect: 1.2\n    published:\n      Barnet: { base: 900, count: 720 }\n      Bexley: { base: 650, count: 208 }\n      Camden: { base: 325, count: 104 }\n      Merton: { base: 0, count: 0 }\n`,
    ),
  );
  expect(all).toContain('Barnet 80% 77% to 83% 1 Above');
  expect(all).toContain('Bexley 32% 28% to 36% 2= Below');
  expect(all).toContain('Camden 32% 27% to 38% 2= Below');
  expect(all).toContain('Without a result: Merton (no people were asked).');
});

test('describes the dots of two areas in words, without a lowest one', () => {
  const html = buildPage((copy) =>
    copy.change(AREAS, (text) => text.replace(/ {4}unpublished:.*\n/, '').replace(/ {6}Wandsworth[^]*/, '')),
  );
  expect(html).toContain(
    'Camden: 93% (91% to 95%), rank 1, against London above; Richmond-upon-Thames: 91% (89% to 93%), rank 2, against London above. London 64%."',
  );
});

test('follows added and removed measures in tables, charts and sentences', () => {
  const more = buildWith((copy) => {
    copy.change(MEASURES, (text) =>
      text.replace(
        '  area-confidence:\n',
        '  respect:\n    kind: survey\n    label: Treated with respect\n    unit: percent\n    better-when: higher\n    compare-with: previous-year-end\n    survey: public-attitude\n    target: { value: 75, source: Invented }\n    source: Invented\n  area-confidence:\n',
      ),
    );
    copy.change('data/2007-08-q4/survey.yaml', (text) => `${text}  respect: 70\n`);
    copy.change(SURVEY, (text) => `${text}  respect: 72\n`);
  });
  expect(more).toContain('Treated with respect probably rose by 2 percentage points, from 70% to 72%');
  expect(more).toContain('It is not on course to meet its target of 75%.');
  expect(more).toContain('show all six measures of the PAS');
  expect(more).toContain('adjusted for six tests');
  const less = buildWith((copy) => {
    const removeResults = (text: string): string =>
      text.replace(/ {2}(understanding|dealing|informed|asb-worry): \d+\n/g, '');
    copy.change(MEASURES, (text) =>
      text.replace(/ {2}(understanding|dealing|informed|asb-worry):\n( {4}.*\n)+/g, ''),
    );
    for (const period of ['2007-08-q4', '2008-09-q2', '2008-09-q3'])
      copy.change(`data/${period}/survey.yaml`, removeResults);
    copy.change('templates/tp-thematic-performance/sections/summary.md.hbs', (text) =>
      text.replace(' measures.informed measures.dealing measures.asb-worry', ''),
    );
    copy.change('templates/tp-thematic-performance/tables.yaml', (text) =>
      text.replace(/ +(understanding|dealing|informed|asb-worry): .*\n/g, ''),
    );
  });
  expect(less).toContain('show this measure');
  expect(less).toContain('One change was tested.');
});

test('prints only the level of a measure without a comparison period', () => {
  const text = buildWith((copy) => {
    copy.change(MEASURES, (measures) =>
      measures.replace(/(label: Feeling informed[^]*?) {4}compare-with: previous-year-end\n/, '$1'),
    );
  });
  expect(text).toContain('Feeling informed about local policing stood at 65%. Worry');
  expect(text).toContain('adjusted for four tests');
});

test('names the periods if measures compare with different ones', () => {
  const text = buildWith((copy) =>
    copy.change(MEASURES, (measures) =>
      measures.replace('compare-with: previous-year-end', 'compare-with: previous-period'),
    ),
  );
  expect(text).toContain('Compared with 2008/09 Q2, confidence in local policing');
  expect(text).toContain('(compared with 2007/08)');
  expect(text).toContain('the two windows have three quarters in common');
});
