import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Problem } from '../../../src/model/problem.js';
import { listProblems } from '../../../tests/support/list-problems.js';
import { copyProject } from '../../../tests/support/run-papers.js';

/** A change to a project that breaks a rule, and the problem that the program reports. */
export interface RuleExample {
  /** A sentence that starts with "reports". */
  name: string;
  file: string;
  before: string | null;
  after: string;
  problem: Problem;
}

/** A change to the files of a project. `before` is null for a new file. */
interface Change {
  name: string;
  rule: string;
  project: { root: string; quarter: string; paper: string };
  file: string;
  before: string | null;
  after: string;
}

const LIBRARY = { root: 'tests/checks/paper', quarter: '2024-25-q2', paper: 'library-report' };
const PARKS = { root: 'tests/papers/parks-update', quarter: '2024-25-q2', paper: 'parks-update' };
const SAID = { file: 'data/2024-25-q2/library-report.yaml', text: 'Readers asked for longer hours.' };

/** Finds an example of each rule among the tests, and runs the checks on it. A rule whose tests are code has none. */
export async function findRuleExamples(rules: readonly string[]): Promise<Map<string, RuleExample>> {
  const changes = [...readCheckCases(), ...readInputCases()];
  const examples = new Map<string, RuleExample>();
  for (const rule of rules)
    for (const change of changes.filter((candidate) => candidate.rule === rule)) {
      const example = await runChange(change);
      if (!example) continue;
      examples.set(rule, example);
      break;
    }
  return examples;
}

async function runChange({ name, rule, project, file, before, after }: Change): Promise<RuleExample | null> {
  const copy = copyProject(project.root);
  try {
    if (before === null) copy.write(file, after);
    else copy.change(file, (text) => text.replace(before, () => after));
    const problems = await listProblems(copy.root, project.quarter, project.paper);
    const problem = problems.find((candidate) => candidate.rule === rule);
    return problem ? { name, file, before, after, problem } : null;
  } finally {
    copy.remove();
  }
}

interface CheckCase {
  name: string;
  say?: string;
  change?: Record<string, [string, string] | [string, string][]>;
  write?: Record<string, string>;
  finds?: { rule: string } | { rule: string }[];
  rule?: string;
  reports?: Record<string, string>;
}

/** Reads the cases of the checks that make one change. */
function readCheckCases(): Change[] {
  const folder = 'tests/checks/cases';
  const cases = readdirSync(folder).flatMap(
    (name) => parse(readFileSync(join(folder, name), 'utf8')) as CheckCase[],
  );
  return cases.flatMap((entry) => {
    const rules = [entry.rule ?? [], [entry.finds ?? []].flat().map(({ rule }) => rule)].flat();
    const edits = listEdits(entry);
    const [edit] = edits;
    if (!edit || edits.length > 1) return [];
    return rules.map((rule) => ({ name: entry.name, rule, project: LIBRARY, ...edit }));
  });
}

function listEdits({
  say,
  change = {},
  write = {},
  reports = {},
}: CheckCase): Omit<Change, 'name' | 'rule' | 'project'>[] {
  const said = say ?? Object.keys(reports)[0];
  const edits = Object.entries(change).flatMap(([file, pairs]) =>
    (isPairs(pairs) ? pairs : [pairs]).map(([before, after]) => ({ file, before, after })),
  );
  return [
    ...(said === undefined
      ? []
      : [{ file: SAID.file, before: SAID.text, after: said.trimEnd().replace(/\n(?=.)/g, '\n      ') }]),
    ...edits,
    ...Object.entries(write).map(([file, after]) => ({ file, before: null, after })),
  ];
}

function isPairs(edits: [string, string] | [string, string][]): edits is [string, string][] {
  return Array.isArray(edits[0]);
}

interface InputCase {
  name: string;
  project?: string;
  file: string;
  replace?: [string, string];
  write?: unknown;
  fault: { rule: string };
}

/** Reads the cases of bad input that edit or add one file. */
function readInputCases(): Change[] {
  const cases = parse(readFileSync('tests/commands/bad-input.yaml', 'utf8')) as InputCase[];
  return cases.flatMap(({ name, project, file, replace, write, fault }): Change[] => {
    if (project !== undefined) return [];
    if (replace)
      return [{ name, rule: fault.rule, project: PARKS, file, before: replace[0], after: replace[1] }];
    return typeof write === 'string'
      ? [{ name, rule: fault.rule, project: PARKS, file, before: null, after: write }]
      : [];
  });
}
