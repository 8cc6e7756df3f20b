import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '../../src/model/problem.js';
import { CHECK_RULES, type CheckRule } from '../../src/model/check-rules.js';
import { listProblems } from '../support/list-problems.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/**
 * A change to the valid paper of tests/checks/paper, and exactly the problems that it causes. Each file of tests/checks/cases is a
 * topic. `say` replaces the text of the paragraph "said". `change` edits files by pairs of old and new text. `write` adds files.
 * Without `finds`, the checks report nothing.
 *
 * A case with `rule` puts many paragraphs into one copy. The rule reports each paragraph of `reports` with its message, and none of
 * `accepts`. Other rules do not matter there.
 */
interface Case {
  name: string;
  say?: string;
  change?: Record<string, [string, string] | [string, string][]>;
  write?: Record<string, string>;
  finds?: Finding | Finding[];
  rule?: CheckRule;
  /** The part of the message, by paragraph. */
  reports?: Record<string, string>;
  accepts?: string[];
}
interface Finding {
  rule: CheckRule;
  /** The column in the paragraph "said". */
  column?: number;
  /** The place as file:line:column, for a problem outside that paragraph. */
  at?: string;
  says?: string;
  hint?: string;
}

const PROJECT = 'tests/checks/paper';
const SAID = 'data/2024-25-q2/library-report.yaml';
const SAID_LINE = 13;
const topics = readdirSync('tests/checks/cases')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    topic: name.slice(0, -5),
    cases: parse(readFileSync(join('tests/checks/cases', name), 'utf8')) as Case[],
  }));

let copy: Copy;
let changed: Map<string, string>;
beforeAll(() => {
  copy = copyProject(PROJECT);
});
afterAll(() => copy.remove());

/** Undoes the changes, which is much faster than a new copy for each case. */
afterEach(() => {
  for (const [path, text] of changed)
    if (text === '') rmSync(join(copy.root, path));
    else copy.write(path, text);
});

const check = (): Promise<Problem[]> => listProblems(copy.root, '2024-25-q2', 'library-report');

function edit(path: string, [from, to]: [string, string]): void {
  if (!changed.has(path)) changed.set(path, readFileSync(join(copy.root, path), 'utf8'));
  copy.change(path, (text) => text.replace(from, () => to));
}

const listParagraphs = ({ reports = {}, accepts = [] }: Case): string[] => [
  ...Object.keys(reports),
  ...accepts,
];

/** Lays out paragraphs, each with a label. The text of the first is on the line of the paragraph "said". */
function layOut(paragraphs: string[]): string {
  return paragraphs.map((text, index) => (index === 0 ? text : `    p${index}: |\n      ${text}`)).join('\n');
}

/** Finds the message of the rule for each paragraph that it reports. */
function listMessages({ rule }: Case, problems: Problem[], paragraphs: string[]): Record<string, string> {
  const found = problems.filter((problem) => problem.rule === rule && problem.place?.file === SAID);
  return Object.fromEntries(
    found.map(({ place, message }) => [
      paragraphs[((place?.line ?? 0) - SAID_LINE) / 2] ?? 'elsewhere',
      message,
    ]),
  );
}

function apply(testCase: Case): void {
  const { say, change = {}, write = {} } = testCase;
  changed = new Map();
  const paragraphs = listParagraphs(testCase);
  if (paragraphs.length > 0) edit(SAID, ['Readers asked for longer hours.', layOut(paragraphs)]);
  if (say !== undefined) edit(SAID, ['Readers asked for longer hours.', say.replace(/\n(?=.)/g, '\n      ')]);
  for (const [path, edits] of Object.entries(change))
    for (const pair of isPairs(edits) ? edits : [edits]) edit(path, pair);
  for (const [path, text] of Object.entries(write)) {
    changed.set(path, '');
    copy.write(path, text);
  }
}

function isPairs(edits: [string, string] | [string, string][]): edits is [string, string][] {
  return Array.isArray(edits[0]);
}

describe.each(topics.map(({ topic, cases }) => [topic, cases] as const))('%s', (_topic, cases) => {
  test.each(cases.map((entry) => [entry.name, entry] as const))('%s', async (_name, testCase) => {
    apply(testCase);
    const problems = await check();
    if (testCase.rule) {
      expect(problems.filter(({ rule }) => !(rule in CHECK_RULES))).toEqual([]);
      const messages = listMessages(testCase, problems, listParagraphs(testCase));
      const { reports = {} } = testCase;
      expect(
        Object.fromEntries(
          [...new Set([...Object.keys(reports), ...Object.keys(messages)])].flatMap((text) =>
            reports[text] !== undefined && messages[text]?.includes(reports[text])
              ? []
              : [[text, messages[text] ?? null]],
          ),
        ),
      ).toEqual({});
      return;
    }
    const expected = [testCase.finds ?? []].flat();
    expect(problems.map(({ rule }) => rule).sort(), JSON.stringify(problems, null, 1)).toEqual(
      expected.map(({ rule }) => rule).sort(),
    );
    expected.forEach(({ rule, column, at, says, hint }) => {
      const problem = problems.find((candidate) => candidate.rule === rule);
      const place = problem?.place;
      expect(problem?.severity).toBe(CHECK_RULES[rule].severity);
      const where = place ? `${place.file}:${place.line}:${place.column}` : '';
      if (at !== undefined) expect(where).toBe(at);
      if (column !== undefined) expect(where).toBe(`${SAID}:${SAID_LINE}:${column}`);
      if (says !== undefined) expect(problem?.message).toContain(says);
      if (hint !== undefined) expect(`${problem?.expected ?? ''} ${problem?.hint ?? ''}`).toContain(hint);
    });
  });
});

test('covers every rule with a case that breaks it', () => {
  changed = new Map();
  const broken = topics.flatMap(({ cases }) =>
    cases.flatMap(({ finds, rule }) => [...[finds ?? []].flat().map((finding) => finding.rule), rule]),
  );
  const others = parse(readFileSync('tests/checks/outside/cases.yaml', 'utf8')) as { finds?: object }[];
  const brokenOutside = others.flatMap(({ finds }) => [finds ?? []].flat().flatMap(Object.keys));
  expect(
    Object.keys(CHECK_RULES).filter(
      (rule) => !broken.includes(rule as CheckRule) && !brokenOutside.includes(rule),
    ),
  ).toEqual([]);
});

test('reports the same problems from the command line', () => {
  changed = new Map();
  edit(SAID, ['longer hours', 'longer hours on 2nd May']);
  const { code, out } = runPapers(['check', '--root', copy.root, '--json']);
  const { problems } = JSON.parse(out) as { problems: Problem[] };
  expect({ code, problems }).toEqual({
    code: 0,
    problems: [
      expect.objectContaining({
        rule: 'date-style-is-one',
        place: { file: SAID, line: SAID_LINE, column: 41 },
      }),
    ],
  });
});
