import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '../../src/model/problem.js';
import type { RuleId } from '../../src/model/rules.js';
import { listProblems } from '../support/list-problems.js';
import { copyProject, type Copy } from '../support/run-papers.js';

interface Fault {
  fault: string;
  rule: RuleId;
  change?: Record<string, [string, string]>;
  /** Acronyms to take out of the glossary, each in its own test. */
  removed?: string[];
  /** Acronyms that the paper does not use, to put into a sentence, each in its own test. */
  added?: string[];
}

const PAPER = 'data/2008-09-q3/tp-thematic-performance.yaml';
const FOLDERS: Record<string, string> = {
  paper: 'data/2008-09-q3',
  template: 'templates/tp-thematic-performance',
};

/** Expands each entry to one fault for each change. */
const faults = (parse(readFileSync('tests/checks/published-faults.yaml', 'utf8')) as Fault[]).flatMap(
  ({ fault, rule, change, removed, added }) => [
    ...(change ? [{ fault, rule, change }] : []),
    ...(removed ?? []).map((term) => ({
      fault: `${fault}: ${term}`,
      rule,
      change: { 'data/organisation.yaml': [`\n  ${term}: `, `\n  NEVER${term}: `] as [string, string] },
      says: `"${term}"`,
    })),
    ...(added ?? []).map((term) => ({
      fault: `${fault}: ${term}`,
      rule,
      change: { [PAPER]: ['It began at', `The ${term} chose them. It began at`] as [string, string] },
      says: `"${term}"`,
    })),
  ],
);

let copy: Copy;
const before = new Map<string, string>();
beforeAll(() => {
  copy = copyProject('.');
});
afterEach(() => {
  for (const [path, text] of before) copy.write(path, text);
  before.clear();
});
afterAll(() => copy.remove());

const check = (): Promise<Problem[]> => listProblems(copy.root, '2008-09-q3', 'tp-thematic-performance');

test('reports none of them in our paper', async () => {
  expect(await check()).toEqual([]);
});

test.each(faults.map((fault) => [fault.fault, fault] as const))(
  '%s',
  async (_name, { rule, change, ...fault }) => {
    for (const [name, [from, to]] of Object.entries(change)) {
      const path = name.replace(/^(paper|template)(?=\/)/, (word) => FOLDERS[word] ?? word);
      before.set(path, readFileSync(join(copy.root, path), 'utf8'));
      copy.change(path, (text) => text.replace(from, () => to));
    }
    const problems = await check();
    const matching = problems.filter((problem) => problem.rule === rule);
    expect(matching, JSON.stringify(problems, null, 1)).not.toEqual([]);
    if ('says' in fault) expect(matching.map(({ message }) => message).join('\n')).toContain(fault.says);
  },
);
