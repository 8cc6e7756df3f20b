import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

const WESTMARK = 'tests/papers/quarterly-performance';

function explain(name: string, root = '.', ...more: string[]): Run {
  return runPapers(['explain', name, ...more, '--root', root]);
}

interface JsonFigure {
  id: string;
  value: number;
  place: { file: string; line: number; column: number };
  inputs?: JsonFigure[];
}

function figureOf(name: string, root: string): JsonFigure {
  const { out } = explain(name, root, '--json');
  const { explanations } = JSON.parse(out) as { explanations: { figure: JsonFigure }[] };
  const [first] = explanations;
  if (!first) throw new Error(`${name} is not explained`);
  return first.figure;
}

/** Reads the number at a figure's place in the author's file. */
function numberAt({ place }: JsonFigure, root: string): number {
  const line = readFileSync(join(root, place.file), 'utf8').split('\n')[place.line - 1] ?? '';
  return Number(/^-?[\d.]+/.exec(line.slice(place.column - 1))?.[0]);
}

describe('for a figure', () => {
  test('shows the value, base, period, source and line of a published figure, and every place that prints it', () => {
    const { out, code } = explain('confidence');
    expect(code).toBe(0);
    expect(out).toContain('confidence: Confidence in local policing\n');
    expect(out).toMatch(/value +64%\n/);
    expect(out).toMatch(/base +21,000\n/);
    expect(out).toMatch(/period +2008\/09 Q3, rolling 12 months\n/);
    expect(out).toMatch(/file +data\/2008-09-q3\/survey\.yaml:5:15\n/);
    expect(out).toMatch(/64% +paragraph 43 +B Supporting information\n/);
    expect(out).toMatch(
      /64% +Table 1, row "Confidence in local policing", column "Year to December 2008" +B/,
    );
    expect(out).toMatch(
      /64% +Figure 1, row "Confidence in local policing", column "Year to December 2008" +B/,
    );
  });

  test('shows the formula of a computed figure, and each input with its value and line', () => {
    const { out } = explain('measures.confidence.change');
    expect(out).toMatch(/formula +confidence 2008-09-q3 − confidence 2007-08-q4\n/);
    expect(out).toMatch(
      /confidence \(2008\/09 Q3, rolling 12 months\) +64% +data\/2008-09-q3\/survey\.yaml:5:15\n/,
    );
    expect(out).toMatch(
      /confidence \(2007\/08 Q4, rolling 12 months\) +56% +data\/2007-08-q4\/survey\.yaml:5:15\n/,
    );
    expect(out).toMatch(/printed as +8 percentage points; \+8; \+7.2 to \+8.8\n/);
  });

  test('shows the exact value of a rounded figure, and the printed one', () => {
    const { out } = explain('trust', WESTMARK);
    expect(out).toMatch(/value +58\.7010287852%\n +printed as +59%/);
  });

  test('shows assumptions', () => {
    expect(explain('arrests').out).toMatch(
      /assumed +The source says “financial year to date” and gives no closing date/,
    );
  });

  test('leads from every formula to the numbers on the lines that it names', () => {
    const listLeaves = (figure: JsonFigure): JsonFigure[] =>
      figure.inputs ? figure.inputs.flatMap(listLeaves) : [figure];
    for (const name of [
      'trust.change',
      'burglary-rate',
      'burglary.projection',
      'satisfaction-gap',
      'calls.mean',
    ]) {
      const leaves = listLeaves(figureOf(name, WESTMARK)).filter(({ value }) => typeof value === 'number');
      expect(leaves.length, name).toBeGreaterThan(1);
      for (const leaf of leaves) expect(numberAt(leaf, WESTMARK), `${name}: ${leaf.id}`).toBe(leaf.value);
    }
  });

  test('lists the parts of a sum, and they add up to it', () => {
    const total = figureOf('facts.hub-teams', '.');
    expect(total.inputs?.map(({ id }) => id)).toEqual([
      'facts.hub-sites-agreed',
      'facts.pilot-sites',
      'facts.hub-sites-added',
    ]);
    expect(total.inputs?.reduce((sum, { value }) => sum + value, 0)).toBe(total.value);
  });

  test('lists the same printed places as figures.csv', () => {
    const csv = readFileSync(join(WESTMARK, 'expected/figures.csv'), 'utf8');
    const { out } = explain('burglary', WESTMARK, '--json');
    const { explanations } = JSON.parse(out) as { explanations: { printed: { where: string }[] }[] };
    const rows = csv.split('\r\n').filter((row) => /,burglary,Burglaries,2917,/.test(row));
    expect(rows.length).toBeGreaterThan(0);
    expect(explanations[0]?.printed).toHaveLength(rows.length);
  });
});

describe('for a label', () => {
  test('shows the number and line of a paragraph, what cites it, and the figures that it prints', () => {
    const { out } = explain('matrix-visits');
    expect(out).toContain('matrix-visits: paragraph 39\n');
    const lines = readFileSync('data/2008-09-q3/tp-thematic-performance.yaml', 'utf8').split('\n');
    const [, citingLine] = /paragraph 40, B Supporting information +data\/\S+yaml:(\d+):/.exec(out) ?? [];
    expect(lines[Number(citingLine) - 1]).toContain('{{ref "matrix-visits"}}');
    expect(out).toMatch(/Appendix 2 .* in the range framework to showcase\n/);
    expect(out).toMatch(/32 +facts\.boroughs +data\/2008-09-q3\/facts\.yaml:\d+:\d+/);
  });

  test('shows the number and title of a table, a chart and an appendix', () => {
    expect(explain('confidence-table').out).toMatch(
      /^confidence-table: Table 1: Public Attitude Survey results/,
    );
    expect(explain('confidence-chart').out).toMatch(
      /^confidence-chart: Figure 1: .*\n.*\n +file +templates\/tp-thematic-performance\/charts\.yaml:4:3/,
    );
    const appendix = explain('appendix-hubs').out;
    expect(appendix).toMatch(/^appendix-hubs: Appendix 1: Transport hub teams/);
    expect(appendix).toMatch(/27 \+ 3 \+ 2 = 32 +facts\.hub-teams/);
  });

  test('explains both a fact and a paragraph that share a name', () => {
    const { out } = explain('tyrol-phases');
    expect(out).toContain('facts.tyrol-phases: phases of Operation Tyrol');
    expect(out).toContain('tyrol-phases: paragraph 21');
  });
});

describe('for an unknown name', () => {
  test.each([
    ['confidnce', 'Did you mean "confidence"?'],
    [
      'minority',
      'Names that contain it: facts.minority-volunteers, facts.minority-london, facts.minority-mps',
    ],
    ['volunteer', ' more'],
    ['qqq', '`papers labels` lists the name of each part'],
  ])('suggests names for %s', (name, says) => {
    const { code, err, out } = explain(name);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`has no figure or label called "${name}"`);
    expect(err).toContain(says);
  });
});

let copy: Copy | null = null;
afterEach(() => copy?.remove());

test('reports the problems of a paper that cannot be read', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/2024-25-q2/survey.yaml', (text) => text.replace('70', '170'));
  const { code, err, out } = explain('satisfied', copy.root);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('value-fits');
});

test('marks a figure that is to come, and the input that it waits for', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/2024-25-q2/facts.yaml', (text) => text.replace('value: 14', 'value: null'));
  const { out, code } = explain('facts.furniture', copy.root);
  expect(code).toBe(0);
  expect(out).toMatch(/value +\[to come\]\n/);
  expect(out).toMatch(/facts\.benches \(2024\/25 Q2\) +\[to come\] +data\/2024-25-q2\/facts\.yaml:3:/);
});

describe('for the number of a part', () => {
  test.each([
    ['Table 2', 'Table 2 has the label "activity-table": write {{ref "activity-table"}}'],
    ['table 2', 'Table 2 has the label "activity-table"'],
    ['paragraph 14', 'Paragraph 14 has the label "satisfaction-gap"'],
    ['para 14', 'Para 14 has the label "satisfaction-gap"'],
    ['appendix 2', 'Appendix 2 has the label "appendix-framework"'],
    ['section B', 'Section B has the label "supporting-information"'],
  ])('says which label "%s" has, and explains it', (number, says) => {
    const { code, out } = explain(number);
    expect(code).toBe(0);
    expect(out).toContain(says);
    expect(out).toMatch(/ file +\S+:\d+:\d+\n/);
  });

  test('lists the paragraphs that a number can mean', () => {
    const copy = copyProject('.');
    copy.change('templates/tp-thematic-performance/paper.yaml', (text) =>
      text.replace('title: Recommendation, numbered: false', 'title: Recommendation'),
    );
    const { code, err } = explain('paragraph 1', copy.root);
    copy.remove();
    expect([code, err.split('\n').length]).toEqual([2, 2]);
    expect(err).toMatch(/Paragraph 1 can mean "[a-z-]+" in .+ or "[a-z-]+" in .+: write \{\{ref /);
  });

  test('explains a table whose anchor a heading has taken', () => {
    const { out } = explain('counts', 'tests/papers/parks-update');
    expect(out).toContain('counts: Table 1: What was counted in 2024/25');
    expect(out).toMatch(/cited by\n +paragraph 2.1,/);
  });

  test('says that a number does not exist', () => {
    const { code, err } = explain('Table 99');
    expect(code).toBe(2);
    expect(err).toContain('no figure or label called "Table 99"');
  });
});
