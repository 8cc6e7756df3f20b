import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeCachePath } from '../../src/start/run-with-code-cache.js';
import { sha256 } from '../../src/sha256.js';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { runPapers, type Run } from '../support/run-papers.js';

/** An archive of three versions. Each test damages a fresh copy of it and reads the answer. */
let project: Project;
let kept: string;
beforeAll(() => {
  project = copyParksProject();
  kept = join(project.root, 'kept');
  expect(project.issue('0.1').code).toBe(0);
  for (const version of ['1.0', '1.1']) {
    project.reword();
    expect(project.issue(version, '--note', 'The first step is named.').code).toBe(0);
  }
  cpSync(project.archive, kept, { recursive: true });
});
beforeEach(() => {
  rmSync(project.archive, { recursive: true, force: true });
  cpSync(kept, project.archive, { recursive: true });
});
afterEach(() => rmSync(project.archive, { recursive: true, force: true }));
afterAll(() => project.remove());

const verifyHashes = (): Run => project.papers('verify', 'all', '--no-rebuild');

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'latin1');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after, 'latin1');
}

test('verifies issued versions, and rebuilds the same bytes from their sources', () => {
  const { code, out, err } = project.papers('verify');
  expect(err).toBe('');
  expect(out).toMatch(/^Fine: 3 versions are as issued\.\n/);
  expect(out).toContain('give the same bytes');
  expect(code).toBe(0);
});

const damage: [string, () => void, RegExp[]][] = [
  [
    'a changed byte',
    () => flip(project.path('1.0', 'parks-update.pdf')),
    [/v1\.0\/parks-update\.pdf: .*has the issued size but other bytes/],
  ],
  ['a missing file', () => rmSync(project.path('1.0', 'figures.csv')), [/v1\.0\/figures\.csv: .*missing/]],
  ['an added file', () => writeFileSync(project.path('1.0', 'more.pdf'), ''), [/v1\.0\/more\.pdf: .*added/]],
  [
    'two swapped files',
    () => swap(project.path('1.0', 'figures.csv'), project.path('1.0', 'parks-update.html')),
    [/figures\.csv: .*is now parks-update\.html/, /parks-update\.html: .*is now figures\.csv/],
  ],
  [
    'two swapped versions',
    () => swap(dirname(project.path('1.0', 'x')), dirname(project.path('1.1', 'x'))),
    [/v1\.0: .*issued as .*v1\.1/, /v1\.1: .*issued as .*v1\.0/],
  ],
  [
    'a truncated manifest',
    () => edit(project.path('1.1', 'manifest.json'), (text) => text.slice(0, 900)),
    [/v1\.1\/manifest\.json: .*incomplete/],
  ],
  [
    'a missing manifest',
    () => rmSync(project.path('1.1', 'manifest.json')),
    [/v1\.1\/manifest\.json: .*missing/],
  ],
  [
    'a changed manifest of the newest version',
    () =>
      edit(project.path('1.1', 'manifest.json'), (text) => text.replace('The first step', 'The last step')),
    [/v1\.1\/manifest\.json: .*not the manifest that was issued/],
  ],
  [
    'a changed manifest of an older version',
    () => edit(project.path('1.0', 'manifest.json'), (text) => text.replace('"final"', '"draft"')),
    [
      /v1\.0\/manifest\.json: .*not the manifest that was issued/,
      /v1\.0\/manifest\.json: .*since version 1\.1/,
    ],
  ],
  [
    'a rolled-back version',
    () => rmSync(dirname(project.path('1.1', 'x')), { recursive: true }),
    [/v1\.1: .*was issued but is missing/],
  ],
  [
    'a lost version in between',
    () => rmSync(dirname(project.path('1.0', 'x')), { recursive: true }),
    [/v1\.0: .*missing/, /v1\.1\/manifest\.json: .*names version 1\.0 as the previous version/],
  ],
  [
    'a renumbered version',
    () => renameSync(dirname(project.path('1.1', 'x')), dirname(project.path('2.0', 'x'))),
    [/v2\.0: .*issued as .*v1\.1/],
  ],
  [
    'a copied version',
    () => cpSync(dirname(project.path('1.1', 'x')), dirname(project.path('1.2', 'x')), { recursive: true }),
    [/v1\.2: .*issued as .*v1\.1/, /v1\.2: .*not in the register/],
  ],
  [
    'a lost register',
    () => rmSync(join(project.archive, 'register.txt')),
    [/v1\.0: .*not in the register/, /v1\.1: .*not in the register/],
  ],
  [
    'a changed line of the register',
    () =>
      edit(join(project.archive, 'register.txt'), (text) =>
        text.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      ),
    [/v0\.1\/manifest\.json: .*line 1/],
  ],
  [
    'a file that was never issued',
    () => writeFileSync(join(project.archive, 'parks/notes.txt'), ''),
    [/parks\/notes\.txt: .*does not belong/],
  ],
  [
    'a folder that was never issued',
    () => mkdirSync(join(project.archive, project.folder, 'v1.0 (copy)')),
    [/v1\.0 \(copy\): .*does not belong/],
  ],
  [
    'a hidden file',
    () => writeFileSync(join(project.archive, 'parks/.notes'), ''),
    [/parks\/\.notes: .*does not belong/],
  ],
  [
    'a hidden folder',
    () => cpSync(dirname(project.path('1.1', 'x')), join(project.archive, '.old'), { recursive: true }),
    [/\.old: .*does not belong/],
  ],
  [
    'a hidden file beside the files of a version',
    () => writeFileSync(project.path('1.0', '.more.pdf'), ''),
    [/v1\.0\/\.more\.pdf: .*added/],
  ],
  [
    'a folder of a committee without a version',
    () => mkdirSync(join(project.archive, 'planning')),
    [/planning: .*this folder has no version/],
  ],
  [
    'a folder of a meeting without a version',
    () => mkdirSync(join(project.archive, 'parks/2024-12-03')),
    [/parks\/2024-12-03: .*this folder has no version/],
  ],
  [
    'a notice of a version that was not issued',
    () => cpSync(noticePath('1.0'), noticePath('3.0')),
    [/notice-v3\.0\.html: .*no version 3\.0 was issued/],
  ],
  [
    'a notice that the newest version does not need',
    () => cpSync(noticePath('1.0'), noticePath('1.1')),
    [/notice-v1\.1\.html: .*does not need: papers archive removes it/],
  ],
  [
    'a PDF that is a link to the same bytes',
    () => replaceByLink(project.path('1.0', 'parks-update.pdf')),
    [/v1\.0\/parks-update\.pdf: .*is a link/],
  ],
  [
    'a register that is a link to the same bytes',
    () => replaceByLink(join(project.archive, 'register.txt')),
    [/register\.txt: .*is a link/],
  ],
  ['an archive that is a link', () => replaceByLink(project.archive), [/archive: .*is a link/]],
];

test.each(damage)('reports %s', (_name, harm, says) => {
  harm();
  const { code, err } = verifyHashes();
  for (const pattern of says) expect(err).toMatch(pattern);
  expect(err).toMatch(/^Not as issued: \d+ faults?\.$/m);
  expect(err).not.toMatch(/\n\s+at /);
  expect(code).toBe(1);
});

test('accepts the files that file managers and git leave', () => {
  for (const name of ['.DS_Store', 'parks/Thumbs.db', '.gitattributes'])
    writeFileSync(join(project.archive, name), '');
  expect(verifyHashes()).toMatchObject({ code: 0, err: '' });
});

test('says that a notice with another text and a right hash is not the program’s', () => {
  cpSync(noticePath('0.1'), noticePath('1.0')); // it names the wrong version
  expect(verifyHashes().out).toMatch(/notice-v1\.0\.html: is out of date/);
});

describe('with --expect', () => {
  const expectRegister = (sha256: string): Run =>
    project.papers('verify', '--no-rebuild', '--expect', sha256);
  const readHash = (): string =>
    /SHA-256 of the register, for --expect: ([0-9a-f]{64})/.exec(verifyHashes().out)?.[1] ?? '';

  test('accepts the register that it printed, and one that goes on from it', () => {
    const register = readFileSync(join(project.archive, 'register.txt'), 'utf8').split('\n');
    const [first = ''] = register;
    expect(expectRegister(readHash())).toMatchObject({ code: 0, err: '' });
    expect(expectRegister(sha256(`${first}\n`))).toMatchObject({ code: 0, err: '' });
  });

  test('finds that the newest version was taken back with its line and the index', () => {
    const hash = readHash();
    rmSync(dirname(project.path('1.1', 'x')), { recursive: true });
    rmSync(noticePath('1.0'));
    edit(join(project.archive, 'register.txt'), (text) => text.replace(/[^\n]*v1\.1[^\n]*\n/, ''));
    expect(project.papers('archive').code).toBe(0);
    expect(verifyHashes()).toMatchObject({ code: 0, err: '' });
    const { code, err } = expectRegister(hash);
    expect(err).toMatch(/register\.txt: error: does not continue the register .*taken back/);
    expect(code).toBe(1);
  });

  test('finds that all versions were issued anew', () => {
    const hash = readHash();
    rmSync(project.archive, { recursive: true });
    project.reword();
    expect(project.issue('1.0').code).toBe(0);
    expect(verifyHashes()).toMatchObject({ code: 0, err: '' });
    expect(expectRegister(hash)).toMatchObject({ code: 1 });
  });

  test.each([
    ['gone', () => undefined],
    ['empty', () => mkdirSync(project.archive)],
  ])('fails if the archive is %s', (_name, leave) => {
    const hash = readHash();
    rmSync(project.archive, { recursive: true });
    leave();
    const { code, err } = expectRegister(hash);
    expect(err).toMatch(/register\.txt: error: is missing or empty, but versions are expected/);
    expect(code).toBe(1);
  });

  test.each([
    [['all', '--expect', 'abc'], 'A SHA-256 has 64 digits'],
    [['data/measures.yaml', '--expect', 'a'.repeat(64)], '--expect checks the archive, not a PDF'],
  ])('rejects %j', (args, says) => {
    const [what = '', ...more] = args;
    const { code, err } = project.papers('verify', what === 'all' ? what : join(project.root, what), ...more);
    expect(err).toContain(says);
    expect(code).toBe(2);
  });
});

test.each([
  ['note', /"note": "[^"]*"/, '"note": "The last step is named."'],
  ['date', /"madeAt": "[^"]*"/, '"madeAt": "2024-10-26T00:00:00.000Z"'],
  ['paper', /"id": "parks-update"/, '"id": "trees-update"'],
  ['period', /"period": "[^"]*"/, '"period": "2024-25-q1"'],
])('finds another %s in a manifest that was changed with its register, by the sources', (name, from, to) => {
  edit(project.path('1.1', 'manifest.json'), (text) => text.replace(from, to));
  rewriteLastLine();
  const { code, err } = verifyHashes();
  expect(err).toMatch(new RegExp(`sources\\.zip: error: has another ${name} than the manifest`));
  expect(code).toBe(1);
});

test('finds another author in a manifest that was changed with its register, by a rebuild', () => {
  edit(project.path('1.1', 'manifest.json'), (text) =>
    text.replace(/"author": "[^"]*"/, '"author": "Nobody"'),
  );
  rewriteLastLine();
  expect(verifyHashes().code).toBe(0);
  const { code, err } = project.papers('verify', `${project.folder}/v1.1`);
  expect(err).toMatch(/manifest\.json: error: its paper does not match the sources/);
  expect(code).toBe(1);
});

/** Gives the last line of the register the hash of the manifest as it is now. */
function rewriteLastLine(): void {
  const hash = sha256(readFileSync(project.path('1.1', 'manifest.json')));
  edit(join(project.archive, 'register.txt'), (text) => text.replace(/[0-9a-f]{64}(?=[^\n]*v1\.1)/, hash));
}

test('verifies a single version by its folder or number, and prints JSON', () => {
  appendFileSync(project.path('1.1', 'figures.csv'), 'x');
  const good = project.papers('verify', `${project.folder}/v1.0`, '--json');
  expect(JSON.parse(good.out)).toMatchObject({ good: true, rebuilt: true, faults: [] });
  expect(project.papers('verify', '1.0').out).toContain('Fine: 1 version is as issued.');
  const bad = project.papers('verify', dirname(project.path('1.1', 'x')), '--json');
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.out)).toMatchObject({
    good: false,
    faults: [{ path: `${project.folder}/v1.1/figures.csv` }],
  });
});

test.each([
  [['verify', 'nowhere'], 'there is no file or folder nowhere'],
  [['verify', '9.9'], 'version 9.9 has not been issued'],
  [['verify', 'all', 'more'], 'too many arguments'],
])('rejects wrong usage: papers %j', (args, says) => {
  const { code, err } = project.papers(...args);
  expect(err).toContain(says);
  expect(code).toBe(2);
});

test('reports that nothing has been issued if there is no archive', () => {
  rmSync(project.archive, { recursive: true });
  const { code, out } = project.papers('verify');
  expect(out).toContain('Nothing has been issued');
  expect(code).toBe(0);
});

describe('of another build of the program', () => {
  /** Issues 1.2 with a copy of the program of which one file is changed. Nothing that a paper says depends on the change. */
  function issueWithOtherBuild(): void {
    const other = mkdtempSync(join(tmpdir(), 'papers-other-build-'));
    cpSync('dist', join(other, 'dist'), { recursive: true });
    rmSync(codeCachePath(join(other, 'dist/press-worker.cjs'))); // it has the compiled code of the original
    edit(join(other, 'dist/press-worker.cjs'), (code) => code.replace('pdfmake and pdfkit', 'another build'));
    const args = [
      'issue',
      '--as',
      '1.2',
      '--note',
      'Another build.',
      '--made-at',
      '2024-10-25',
      '--root',
      project.root,
    ];
    expect(runPapers(args, { program: join(other, 'dist/cli.js') }).code).toBe(0);
    rmSync(other, { recursive: true });
  }

  test('compares words and figures, not bytes, and says in a sentence what that means', () => {
    issueWithOtherBuild();
    const { code, out, err } = project.papers('verify', `${project.folder}/v1.2`);
    const { tool } = project.manifest('1.2');
    expect(out.split('\n').slice(0, 2)).toEqual([
      'Fine: 1 version is as issued.',
      `1 version is by another build of the program. That is no fault: this build makes the same words and figures, in other bytes. For the same bytes, use the build that manifest.json names (${tool.version}, SHA-256 ${tool.program.slice(0, 12)}…, Node ${tool.node}).`,
    ]);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(project.papers('verify', `${project.folder}/v1.2`, '--json').out)).toMatchObject({
      good: true,
      otherBuilds: [{ folder: `${project.folder}/v1.2`, result: 'same words and figures', tool }],
    });
  });

  test('finds a changed file and a changed note', () => {
    issueWithOtherBuild();
    flip(project.path('1.2', 'parks-update.html'));
    edit(project.path('1.2', 'manifest.json'), (text) => text.replace('Another build.', 'No build.'));
    const { code, err } = project.papers('verify', `${project.folder}/v1.2`);
    expect(err).toMatch(/parks-update\.html: error: has changed/);
    expect(err).toMatch(/sources\.zip: error: has another note than the manifest/);
    expect(code).toBe(1);
  });
});

function noticePath(version: string): string {
  return join(project.archive, project.folder, `notice-v${version}.html`);
}

function replaceByLink(path: string): void {
  const target = join(project.root, 'behind-the-link');
  rmSync(target, { recursive: true, force: true });
  renameSync(path, target);
  symlinkSync(target, path);
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function swap(first: string, second: string): void {
  renameSync(first, `${first}.swap`);
  renameSync(second, first);
  renameSync(`${first}.swap`, second);
}
