import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Problem } from '../../../src/model/problem.js';
import { listProblems } from '../../../tests/support/list-problems.js';
import { copyProject, type Copy } from '../../../tests/support/run-papers.js';

/** A change to one file. `before` is null for a new file, and `after` for a file that is removed. */
export interface Edit {
  file: string;
  before: string | null;
  after: string | null;
}

/** A change to a project that breaks a rule, and the problem that the program reports. */
export interface RuleExample {
  /** A sentence that starts with "reports". */
  name: string;
  edits: Edit[];
  problem: Problem;
}

interface Case {
  name: string;
  rule: string;
  project: { root: string; period: string; paper: string };
  edits: Edit[];
}

const LIBRARY = { root: 'tests/checks/paper', period: '2024-25-q2', paper: 'library-report' };
const PARKS = { root: 'tests/papers/parks-update', period: '2024-25-q2', paper: 'parks-update' };
const SAMPLE = { root: 'docs/sample', period: '2030-31-q2', paper: 'every-helper' };
const SAID = { file: 'data/2024-25-q2/library-report.yaml', text: 'Readers asked for longer hours.' };

/** Finds an example of each rule among the tests and in docs/reference/rule-examples.yaml, and runs the checks on it. */
export async function findRuleExamples(rules: readonly string[]): Promise<Map<string, RuleExample>> {
  const cases = [...readCheckCases(), ...readInputCases(), ...readOwnCases()];
  const examples = new Map<string, RuleExample>();
  for (const rule of rules)
    for (const candidate of cases.filter((entry) => entry.rule === rule)) {
      const example = await runCase(candidate);
      if (!example) continue;
      examples.set(rule, example);
      break;
    }
  return examples;
}

async function runCase({ name, rule, project, edits }: Case): Promise<RuleExample | null> {
  const copy = copyProject(project.root);
  try {
    if (project === SAMPLE)
      cpSync('templates/theme', join(copy.root, 'templates/theme'), { recursive: true });
    for (const edit of edits) apply(copy, edit);
    const problems = await listProblems(copy.root, project.period, project.paper);
    const problem = problems.find((candidate) => candidate.rule === rule);
    return problem ? { name, edits, problem } : null;
  } finally {
    copy.remove();
  }
}

function apply(copy: Copy, { file, before, after }: Edit): void {
  if (after === null) rmSync(join(copy.root, file));
  else if (before === null) copy.write(file, after);
  else copy.change(file, (text) => text.replace(before, () => after));
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

/** Reads the cases of the checks. Those with the fewest changes come first. */
function readCheckCases(): Case[] {
  const folder = 'tests/checks/cases';
  const entries = readdirSync(folder).flatMap(
    (name) => parse(readFileSync(join(folder, name), 'utf8')) as CheckCase[],
  );
  return entries
    .flatMap((entry) => {
      const rules = [entry.rule ?? [], [entry.finds ?? []].flat().map(({ rule }) => rule)].flat();
      const edits = listEdits(entry);
      return rules.map((rule) => ({ name: entry.name, rule, project: LIBRARY, edits }));
    })
    .filter(({ edits }) => edits.length > 0)
    .sort((a, b) => a.edits.length - b.edits.length);
}

function listEdits({ say, change = {}, write = {}, reports = {} }: CheckCase): Edit[] {
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
  remove?: true;
  fault: { rule: string };
}

/** Reads the cases of bad input that edit, add or remove one file. */
function readInputCases(): Case[] {
  const entries = parse(readFileSync('tests/commands/bad-input.yaml', 'utf8')) as InputCase[];
  return entries.flatMap(({ name, project, file, replace, write, remove, fault: { rule } }): Case[] => {
    if (project !== undefined) return [];
    const before = replace?.[0] ?? null;
    const after = replace?.[1] ?? write;
    if (remove) return [{ name, rule, project: PARKS, edits: [{ file, before, after: null }] }];
    return typeof after === 'string'
      ? [{ name, rule, project: PARKS, edits: [{ file, before, after }] }]
      : [];
  });
}

interface OwnCase {
  rule: string;
  name: string;
  file: string;
  replace: [string, string];
}

function readOwnCases(): Case[] {
  const entries = parse(readFileSync('docs/reference/rule-examples.yaml', 'utf8')) as OwnCase[];
  return entries.map(({ rule, name, file, replace: [before, after] }) => ({
    name,
    rule,
    project: SAMPLE,
    edits: [{ file, before, after }],
  }));
}
