import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Log } from 'sarif';
import { afterEach, expect, test } from 'vitest';
import { RULES } from '../../src/model/rules.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

const GOOD = 'tests/papers/parks-update';
const PAPER = 'data/2024-25-q2/parks-update.yaml';
const TEMPLATE = 'templates/parks-update/paper.yaml';

let copy: Copy;
afterEach(() => copy.remove());

const check = (...args: string[]) => runPapers(['check', '--root', copy.root, ...args]);

/** Copies a paper and adds a warning with characters that each format must escape. */
function copyWithWarning(): void {
  copy = copyProject(GOOD);
  copy.change(PAPER, (text) => text.replace('R&D does not grow', 'the XYZ does not grow'));
}

test('prints the line of a warning, and passes with warnings only', () => {
  copyWithWarning();
  const { code, err } = check();
  expect(code).toBe(0);
  expect(err).toMatch(/parks-update\.yaml:\d+:\d+: warning: "XYZ" is not expanded {2}\[acronym-expanded\]/);
  expect(err).toContain('0 errors, 1 warning');
});

test('prints the same with --format json as with --json', () => {
  copyWithWarning();
  expect(check('--format', 'json').out).toBe(check('--json').out);
  expect(JSON.parse(check('--json').out)).toMatchObject({ paper: 'parks-update', switchedOff: [] });
});

test('escapes characters that would end a command with --format github', () => {
  copy = copyProject(GOOD);
  copy.change(PAPER, (text) => text.replace('meeting: 2024-11-05', 'meeting: "50%, a: b"'));
  const { code, out } = check('--format', 'github');
  const file = join(relative('.', copy.root), PAPER);
  expect(code).toBe(1);
  expect(out.trim().split('\n')).toEqual([
    `::error file=${file},line=1,col=1,title=meeting-exists::meetings.yaml has no meeting "50%25, a: b"%0AExpected: one of 2024-11-05`,
  ]);
});

test('prints nothing for a valid paper with --format github', () => {
  copy = copyProject(GOOD);
  expect(check('--format', 'github')).toEqual({ code: 0, out: '', err: '' });
});

test('names the rule and the place of each problem with --format sarif', () => {
  copyWithWarning();
  const log = JSON.parse(check('--format', 'sarif').out) as Log;
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  const rules = run?.tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  expect(run?.results).toHaveLength(1);
  const [result] = run?.results ?? [];
  expect(result).toMatchObject({ ruleId: 'acronym-expanded', level: 'warning' });
  expect(rules[result?.ruleIndex ?? -1]?.id).toBe('acronym-expanded');
  const { artifactLocation, region } = result?.locations?.[0]?.physicalLocation ?? {};
  expect(artifactLocation?.uri).toMatch(/parks-update\.yaml$/);
  expect(region?.startLine).toBeGreaterThan(0);
  expect(region?.startColumn).toBeGreaterThan(0);
});

test('rejects an unknown format', () => {
  copy = copyProject(GOOD);
  const { code, err } = check('--format', 'xml');
  expect(code).toBe(2);
  expect(err).toContain('text, json, github, sarif');
});

test('lists every rule with its severity and its source with --rules', () => {
  copy = copyProject(GOOD);
  const { code, out } = check('--rules');
  expect(code).toBe(0);
  for (const { id, severity, source } of RULES) expect(out).toMatch(matchLine(severity, id, source));
  expect(JSON.parse(check('--rules', '--json').out)).toEqual({ rules: RULES });
});

function matchLine(severity: string, id: string, source: string): RegExp {
  return new RegExp(`^  ${severity} +${id} +${source.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'm');
}

test('lets a template make a rule an error, or switch it off', () => {
  copyWithWarning();
  copy.change(TEMPLATE, (text) => text.replace('rules: {', 'rules: { acronym-expanded: error,'));
  expect(check()).toMatchObject({ code: 1, err: expect.stringContaining('error: "XYZ"') as string });
  copy.change(TEMPLATE, (text) => text.replace('acronym-expanded: error', 'acronym-expanded: off'));
  expect(check()).toMatchObject({ code: 0, err: '' });
});

test('lets a paper switch a rule off with a reason, and prints the reason', () => {
  copyWithWarning();
  copy.change(
    PAPER,
    (text) => `${text}switched-off: { acronym-expanded: XYZ is the trade name of the firm }\n`,
  );
  const { code, out, err } = check();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('switched off in this paper: acronym-expanded (XYZ is the trade name of the firm)');
  expect(JSON.parse(check('--json').out)).toMatchObject({
    switchedOff: [{ rule: 'acronym-expanded', reason: 'XYZ is the trade name of the firm' }],
  });
});

test('reports every rule of the table somewhere, and states the origin of each', () => {
  copy = copyProject(GOOD);
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('rules.ts'))
    .map((path) => readFileSync(join('src', path), 'utf8'))
    .join('\n');
  for (const { id, source } of RULES) {
    expect(code).toContain(`'${id}'`);
    expect(source).toMatch(/\S{4}/);
  }
});

/** Copies a paper and adds a warning of one rule on each of `count` acronyms, and an error below them. */
function copyWithMany(count: number, error: boolean): void {
  copy = copyProject(GOOD);
  const acronyms = Array.from({ length: count }, (_, index) => `XY${String.fromCharCode(65 + index)}`);
  copy.change(PAPER, (text) => text.replace('R&D does not grow', `${acronyms.join(' and ')} grow`));
  if (error) copy.change(PAPER, (text) => text.replace('**small**', '**small** (TBC)'));
}

test('groups many warnings of one rule, with their number and places', () => {
  copyWithMany(13, false);
  const { err } = check();
  expect(err).toMatch(
    /\n13 warnings of one rule {2}\[acronym-expanded\]\n {4}\/.*\/parks-update\.yaml:\d+:\d+: "XYA" is not expanded\n/,
  );
  expect(err).toContain('    and 3 more: papers check --full prints each\n');
  expect(err).not.toContain('"XYK"');
  expect(check('--full').err.match(/: warning: "XY\w" is not expanded/g)).toHaveLength(13);
});

test('prints three warnings of one rule each with its line', () => {
  copyWithMany(3, false);
  expect(check().err.match(/: warning: "XY\w" is not expanded/g)).toHaveLength(3);
});

test('prints errors before warnings, and repeats those that stop a build last', () => {
  copyWithMany(4, true);
  const listed = JSON.parse(check('--json').out) as { problems: { severity: string }[] };
  expect(listed.problems[0]?.severity).toBe('error');
  const { code, out, err } = runPapers(['issue', '--as', '1.0', '--root', copy.root]);
  expect(code).toBe(1);
  expect(err).toMatch(/^\/[^\n]*: error: /);
  expect(err.trim().split('\n').at(-2)).toBe('Fix this error first:');
  expect(err.trim().split('\n').at(-1)).toMatch(/^ {2}\/.*: error: .*TBC/);
  expect(out).toBe('Nothing was issued. The archive is unchanged.\n');
});
