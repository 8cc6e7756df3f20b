import { expect, test } from 'vitest';
import { makeError, makeWarning } from '../../src/model/problem.js';
import { describeProblems } from '../../src/report/describe-problems.js';

function makeErrors(file: string, count: number) {
  return Array.from({ length: count }, (_, index) =>
    makeError('value-fits', { file, line: index + 2, column: 3 }, `"many" is not a number`, {
      hint: 'Round it.',
    }),
  );
}

const noLine = (): undefined => undefined;

test('lists the first errors of one rule in each file, and the number of the others', () => {
  const problems = [...makeErrors('data/b.csv', 12_000), ...makeErrors('data/a.csv', 15)];
  const lines = describeProblems(problems, noLine)
    .split('\n')
    .map((line) => line.trim());
  expect(lines[0]).toBe('12015 errors of one rule: "many" is not a number  [value-fits]');
  expect(lines.filter((line) => line.startsWith('data/a.csv'))).toHaveLength(15);
  expect(lines.filter((line) => line.startsWith('data/b.csv'))).toHaveLength(20);
  expect(lines).toContain('and 11,980 more in data/b.csv: papers check --full prints each');
  expect(lines.at(-3)).toBe('hint: Round it.');
});

test('lists every error with --full', () => {
  const text = describeProblems(makeErrors('data/b.csv', 500), noLine, { isFull: true });
  expect(text.match(/^data\/b\.csv:\d+:3: error/gm)).toHaveLength(500);
});

test('lists one problem more in place of its number', () => {
  const warnings = makeErrors('data/a.csv', 11).map(({ rule, place, message }) =>
    makeWarning(rule, place, message),
  );
  expect(describeProblems(warnings, noLine)).not.toContain('more');
  expect(describeProblems(makeErrors('data/a.csv', 21), noLine)).not.toContain('more');
});
