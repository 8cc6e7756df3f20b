import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { countWork, type Work } from './count-work.js';

const FILE = 'tests/pdf/work.yaml';
const expected = parse(readFileSync(FILE, 'utf8')) as Work;

/** Small counts may grow by a few. */
const SLACK = 5;

function listGrown(work: Work, most: Work): string[] {
  return Object.entries(work).flatMap(([name, count]) => {
    const limit = most[name as keyof Work];
    return count > limit * 1.1 + SLACK
      ? [`${name}: ${count}, expected at most a tenth more than ${limit}`]
      : [];
  });
}

test('does no more work than before', async () => {
  expect(listGrown(await countWork(1), expected), `counts in ${FILE}`).toEqual([]);
});

test('does work in proportion to the length of the paper', async () => {
  const fivefold = Object.fromEntries(
    Object.entries(expected).map(([name, count]) => [name, 5 * Number(count)]),
  );
  expect(listGrown(await countWork(5), fivefold as unknown as Work)).toEqual([]);
});
