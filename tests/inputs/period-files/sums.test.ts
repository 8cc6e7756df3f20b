import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyProject, runPapers, type Copy, type Run } from '../../support/run-papers.js';

/** Copies the invented parks paper and adds a total of two parts. `more` adds fields to the total. */
function copyWithTotal(unit: string, [first, second]: [number, number], more = ''): Copy {
  const copy = copyProject('tests/papers/parks-update');
  copy.change(
    'data/2024-25-q2/facts.yaml',
    (text) =>
      `${text}
  first: { label: First, value: ${first}, unit: ${unit} }
  second: { label: Second, value: ${second}, unit: ${unit} }
  both: { label: Both, sum: [first, second]${more} }
`,
  );
  return copy;
}

function check(unit: string, parts: [number, number], published: number): Run {
  const copy = copyWithTotal(unit, parts, `, published: ${published}`);
  const run = runPapers(['check', '--root', copy.root]);
  copy.remove();
  return run;
}

test.each<[string, [number, number], number]>([
  ['count', [14, 1], 15],
  ['pounds', [1.1, 2.2], 3.3],
  ['percent', [21, 35], 56],
  ['points', [0.1, 0.2], 0.3],
])('adds up parts in %s without floating-point noise: %j is %d', (unit, parts, published) => {
  expect(check(unit, parts, published)).toMatchObject({ code: 0, err: '' });
});

test('reports typed percentages that do not add up', () => {
  const { code, err } = check('percent', [21, 35], 57);
  expect(code).toBe(1);
  expect(err).toContain('the parts add up to 56, not 57');
  expect(err).toContain('expected: 21 + 35 = 56');
});

test.each<[string, [number, number], string]>([
  ['percent', [21.4, 35.3], '21.4% + 35.3% = 56.7%.'],
  ['percent', [21, 35], '21% + 35% = 56%.'],
])('prints a sum in %s of %j with the places of its parts', (unit, parts, sentence) => {
  const copy = copyWithTotal(unit, parts);
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text.replace('{{sum facts.furniture}}.', '{{sum facts.furniture}}. Both: {{sum facts.both}}.'),
  );
  expect(runPapers(['build', '--root', copy.root])).toMatchObject({ code: 0, err: '' });
  const page = readFileSync(join(copy.root, 'output/2024-25-q2/parks-update/parks-update.html'), 'utf8');
  copy.remove();
  expect(page).toContain(`Both: ${sentence}`);
});
