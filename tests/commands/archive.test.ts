import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyParksProject, type Project } from '../support/issue-papers.js';

let project: Project;
let index: string;
beforeAll(() => {
  project = copyParksProject();
  expect(project.papers('archive').out).toContain('Nothing has been issued');
  expect(existsSync(project.archive)).toBe(false);
  for (const version of ['0.1', '1.0', '1.1']) {
    project.reword();
    expect(project.issue(version, '--note', 'The first step is <named>.').code).toBe(0);
  }
  index = join(project.archive, 'index.html');
});
afterAll(() => project.remove());

test('lists versions with their status and note, and filters them', () => {
  expect(
    project
      .papers('archive')
      .out.split('\n')
      .map((line) => line.replace(/ {2,}/g, '|')),
  ).toEqual([
    '2024-11-05|parks|012|parks-update|0.1|superseded by 1.1|The first step is <named>.',
    '2024-11-05|parks|012|parks-update|1.0|superseded by 1.1|The first step is <named>.',
    '2024-11-05|parks|012|parks-update|1.1|final|The first step is <named>.',
    '',
  ]);
  for (const [option, matching, other] of [
    ['--committee', 'parks', 'trees'],
    ['--meeting', '2024-11', '2024-12-05'],
    ['--paper', '012', 'tree-plan'],
  ] as const) {
    expect(project.papers('archive', option, matching).out).toContain('parks-update');
    expect(project.papers('archive', option, other).out).toContain('No issued version matches the options');
  }
  expect(project.papers('archive', '--meeting', 'May').code).toBe(2);
});

test('gives each manifest and what superseded it with --json', () => {
  const { versions } = JSON.parse(project.papers('archive', '--json').out) as { versions: unknown[] };
  expect(versions).toMatchObject([
    { version: '0.1', status: 'draft', supersededBy: '1.1', previous: null },
    { version: '1.0', status: 'final', supersededBy: '1.1', previous: { version: '0.1' } },
    { version: '1.1', status: 'final', supersededBy: null, folder: `output/archive/${project.folder}/v1.1` },
  ]);
});

test('links every file with its hash in the index, and escapes notes', () => {
  const html = readFileSync(index, 'utf8');
  expect(html).toContain('The first step is &lt;named&gt;.');
  for (const { name, sha256 } of project.manifest('1.1').outputs) {
    expect(html).toContain(`href="${project.folder}/v1.1/${name}"`);
    expect(html).toContain(sha256);
  }
  const links = [...html.matchAll(/href="([^"#]+)"/g)].map((match) => match[1] ?? '');
  for (const link of links) expect(existsSync(join(project.archive, link)), link).toBe(true);
  expect(links).toContain(`${project.folder}/notice-v1.0.html`);
});

test('reports pages that are missing, changed or out of date, and rewrites them', () => {
  const before = readFileSync(index);
  const notice = join(project.archive, project.folder, 'notice-v1.0.html');
  rmSync(notice);
  const lost = project.papers('verify', 'all', '--no-rebuild');
  expect(lost.out).toContain('notice-v1.0.html: is missing');
  expect(lost.code).toBe(0);
  appendFileSync(index, '<p>More.</p>\n');
  const changed = project.papers('verify', 'all', '--no-rebuild');
  expect(changed.err).toContain('index.html: error: was edited by hand');
  expect(changed.code).toBe(1);
  const { out } = project.papers('archive');
  expect(out).toContain(`wrote ${join(project.archive, 'index.html')}`);
  expect(out).toContain(`wrote ${notice}`);
  expect(readFileSync(index)).toEqual(before);
  expect(project.papers('archive').out).not.toContain('wrote');
});

test("puts a notice of the authority's successor before every version, even the newest", () => {
  project.change(
    'data/organisation.yaml',
    (text) => `${text}successor: { name: Westmere Council, notice: Westmere Council keeps these. }\n`,
  );
  expect(project.papers('archive').out).toContain('notice-v1.1.html');
  for (const page of ['index.html', `${project.folder}/notice-v1.1.html`])
    expect(readFileSync(join(project.archive, page), 'utf8')).toContain('Westmere Council keeps these.');
  expect(project.papers('verify', 'all', '--no-rebuild')).toMatchObject({ code: 0, err: '' });
});

test('removes notices that no version needs any more, and keeps a page that is not the program’s', () => {
  const other = join(project.archive, project.folder, 'notice-v1.2.html');
  writeFileSync(other, '<p>Mine.</p>');
  project.change('data/organisation.yaml', (text) => text.replace(/^successor:.*\n/m, ''));
  const notice = join(project.archive, project.folder, 'notice-v1.1.html');
  expect(project.papers('verify', 'all', '--no-rebuild').err).toMatch(
    /notice-v1\.1\.html: error: .*papers archive removes it/,
  );
  expect(project.papers('archive').out).toContain(`removed ${notice}`);
  expect(existsSync(notice)).toBe(false);
  expect(existsSync(other)).toBe(true);
  expect(project.papers('verify', 'all', '--no-rebuild').err).toMatch(
    /^Not as issued: 1 fault\.\n.*notice-v1\.2\.html: error: .*no version 1\.2 was issued\n$/,
  );
  rmSync(other);
  expect(project.papers('verify', 'all', '--no-rebuild')).toMatchObject({ code: 0, err: '' });
  expect(project.papers('archive', '--json').out).toContain('"removed": []');
});

test('finds an edited page, but calls no page out of date, if no project says how pages should read', () => {
  const kept = readFileSync(index);
  const other = mkdtempSync(join(tmpdir(), 'papers-no-project-'));
  expect(project.papers('verify', project.archive, '--no-rebuild', '--root', other)).toMatchObject({
    code: 0,
    err: '',
  });
  appendFileSync(index, '<p>More.</p>\n');
  expect(project.papers('verify', project.archive, '--no-rebuild', '--root', other).err).toContain(
    'index.html: error: was edited by hand',
  );
  writeFileSync(index, kept);
  rmSync(other, { recursive: true });
});

test('adds a version that the register lacks, and keeps the index if a version is missing', () => {
  const register = join(project.archive, 'register.txt');
  const whole = readFileSync(register, 'utf8');
  writeFileSync(register, whole.split('\n').slice(0, 2).join('\n') + '\n');
  expect(project.papers('archive').out).toContain(`wrote ${register}`);
  expect(readFileSync(register, 'utf8')).toBe(whole);

  const before = readFileSync(index);
  rmSync(dirname(project.path('1.1', 'x')), { recursive: true });
  const { code, err } = project.papers('archive');
  expect(err).toContain('v1.1: error: was issued, but is missing');
  expect(code).toBe(1);
  expect(readFileSync(index)).toEqual(before);
});
