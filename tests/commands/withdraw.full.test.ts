import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withdrawalSchema } from '../../src/archive/withdrawal.js';
import { sha256 } from '../../src/sha256.js';
import { hashFiles } from '../support/hash-files.js';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { CTRL_C, runOnTerminal } from '../support/run-on-terminal.js';
import type { Run } from '../support/run-papers.js';

/** An archive of three versions, and the same with 1.0 withdrawn. Each test starts with a fresh copy of one of them. */
let project: Project;
let before: string;
let after: string;
let kept: string;
const REASON = 'Table 2 names a <person>.';

beforeAll(() => {
  project = copyParksProject();
  kept = join(project.root, 'output/withdrawn');
  before = join(project.root, 'before');
  after = join(project.root, 'after');
  expect(project.issue('0.1').code).toBe(0);
  for (const version of ['1.0', '1.1']) {
    project.reword();
    expect(project.issue(version, '--note', 'The first step is named.').code).toBe(0);
  }
  cpSync(join(project.root, 'output'), before, { recursive: true });
  expect(withdraw('1.0').code).toBe(0);
  cpSync(join(project.root, 'output'), after, { recursive: true });
});
afterAll(() => project.remove());

function restore(from: string): void {
  rmSync(join(project.root, 'output'), { recursive: true, force: true });
  cpSync(from, join(project.root, 'output'), { recursive: true });
}

const withdraw = (version: string, ...more: string[]): Run =>
  project.papers('withdraw', version, '--reason', REASON, '--made-at', '2024-11-20', ...more);
const verify = (): Run => project.papers('verify', 'all', '--no-rebuild');
const FILES = [
  'conformance-v1.0.html',
  'conformance.json',
  'document.json',
  'figures.csv',
  'figures.csv-metadata.json',
  'parks-update.html',
  'parks-update.pdf',
  'sources.zip',
];
const record = (): string => project.path('1.0', 'withdrawal.json');
const register = (): string => join(project.archive, 'register.txt');
const notice = (version: string): string => join(project.archive, project.folder, `notice-v${version}.html`);
const readText = (path: string): string => readFileSync(path, 'utf8');

function edit(path: string, change: (text: string) => string): void {
  const text = readText(path);
  expect(change(text)).not.toBe(text);
  writeFileSync(path, change(text));
}

describe('moves the files of a version', () => {
  beforeEach(() => restore(after));

  test('out of the public archive, to a folder that keeps them unchanged', () => {
    expect(readdirSync(join(project.archive, project.folder, 'v1.0'))).toEqual([
      'conformance-v1.0.html',
      'manifest.json',
      'parks-update.html',
      'withdrawal.json',
    ]);
    const folder = join(kept, project.folder, 'v1.0');
    expect(readdirSync(folder)).toEqual(FILES);
    for (const { name, sha256: hash } of project.manifest('1.0').outputs)
      expect(sha256(readFileSync(join(folder, name))), name).toBe(hash);
  });

  test('and records the withdrawal in a line of the register, which sha256sum still checks', () => {
    const lines = readText(register()).trimEnd().split('\n');
    expect(withdrawalSchema.parse(JSON.parse(readText(record())))).toEqual({
      format: 'committee-papers-withdrawal-1',
      folder: `${project.folder}/v1.0`,
      manifest: sha256(readFileSync(project.path('1.0', 'manifest.json'))),
      withdrawnOn: '2024-11-20',
      reason: REASON,
      register: sha256(readFileSync(join(before, 'archive/register.txt'))),
    });
    expect(lines).toHaveLength(4);
    expect(lines[3]).toBe(`${sha256(readFileSync(record()))}  ${project.folder}/v1.0/withdrawal.json`);
    const checked = execFileSync('sha256sum', ['-c', 'register.txt'], {
      cwd: project.archive,
      encoding: 'utf8',
    });
    expect(checked.match(/: OK$/gm)).toHaveLength(4);
  });

  test('and says on the index and in the notice when and why, with the hashes', () => {
    const index = readText(join(project.archive, 'index.html'));
    const page = readText(notice('1.0'));
    const words = '20 November 2024: Table 2 names a &lt;person&gt;.';
    expect(index).toContain(`<strong>Withdrawn</strong> on ${words}`);
    expect(index).not.toContain('v1.0/parks-update.pdf"');
    expect(page).toContain('This version was withdrawn on 20 November 2024.');
    expect(page).toContain('Reason: Table 2 names a &lt;person&gt;.');
    expect(page).toContain('v1.1/parks-update.html');
    for (const { sha256: hash } of project.manifest('1.0').outputs) expect(index + page).toContain(hash);
    for (const html of [index, page])
      for (const [, link = ''] of html.matchAll(/href="([^"#]+)"/g))
        expect(existsSync(join(html === index ? project.archive : dirname(notice('1.0')), link)), link).toBe(
          true,
        );
    expect(readText(notice('0.1'))).toContain(
      'version 1.0, 25 October 2024: The first step is named. (withdrawn on 20 November 2024)',
    );
  });

  test('and leads from the address of the web page to the notice', () => {
    const html = readText(project.path('1.0', 'parks-update.html'));
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=../notice-v1.0.html">');
    expect(html).toContain('<a href="../notice-v1.0.html">');
  });

  test('and lists, verifies and compares the version', () => {
    expect(project.papers('archive').out).toMatch(
      /1\.0 +withdrawn on 2024-11-20 +Table 2 names a <person>\./,
    );
    expect(JSON.parse(project.papers('archive', '--json').out)).toMatchObject({
      versions: [
        { withdrawal: null },
        { withdrawal: { on: '2024-11-20', reason: REASON } },
        { withdrawal: null },
      ],
      pages: [],
      removed: [],
    });
    const { code, out, err } = project.papers('verify');
    expect(out).toMatch(/^Fine: 3 versions are as issued; 1 of them is withdrawn\.\n/);
    expect(out).toContain('The sources inside each version that is public give the same bytes.');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(project.papers('diff', '1.0', '1.1')).toMatchObject({ code: 0, err: '' });
  });

  test('and identifies a copy that was mailed', () => {
    const mailed = join(kept, project.folder, 'v1.0/parks-update.pdf');
    const same = project.papers('verify', mailed);
    expect(same.out).toContain(
      'byte for byte\n  it was withdrawn on 20 November 2024: Table 2 names a <person>.',
    );
    expect(same.code).toBe(0);
    const changed = join(project.root, 'changed.pdf');
    cpSync(mailed, changed);
    appendFileSync(changed, 'more');
    expect(project.papers('verify', changed).out).toContain('4 bytes have been added after the end');
    rmSync(kept, { recursive: true });
    expect(project.papers('verify', changed)).toMatchObject({ code: 1 });
    expect(project.papers('verify', changed).out).toContain('is not here to compare with');
  });

  test('and is whole without the kept files, as a public copy of the archive is', () => {
    rmSync(kept, { recursive: true });
    expect(project.papers('verify')).toMatchObject({ code: 0, err: '' });
    const { code, err } = project.papers('diff', '1.0', '1.1');
    expect(err).toContain('was withdrawn on 20 November 2024: Table 2 names a <person>.');
    expect(err).toContain('so it cannot be opened');
    expect(code).toBe(2);
  });

  test('with the same bytes each time, at the same date', () => {
    restore(before);
    expect(withdraw('1.0').code).toBe(0);
    expect(hashFiles(join(project.root, 'output'))).toEqual(hashFiles(after));
    restore(before);
    const { root } = project;
    const day = String(Date.UTC(2024, 10, 20) / 1000);
    const args = ['withdraw', '1.0', '--reason', REASON, '--root', root];
    expect(runOnTerminal([...args, '--yes'], [], root, { SOURCE_DATE_EPOCH: day }).code).toBe(0);
    expect(hashFiles(join(root, 'output'))).toEqual(hashFiles(after));
  });
});

test('names later versions whose page of changes quotes the withdrawn one', () => {
  restore(before);
  expect(withdraw('1.0').out).toMatch(/v1\.1\/changes\.html quotes it, and stays public/);
  restore(before);
  expect(withdraw('1.1').out).not.toContain('quotes it');
  project.reword();
  expect(project.issue('1.2', '--note', 'Not compared with 1.1.').out).toContain('what changed since 1.0');
});

describe('goes on after a withdrawal', () => {
  beforeEach(() => restore(before));

  test('with a correction of a withdrawn version, after its number', () => {
    expect(withdraw('1.1').code).toBe(0);
    expect(project.issue('1.1', '--note', 'Again.').err).toContain('[version-is-new]');
    expect(project.issue('1.2').err).toContain('[change-is-explained]');
    expect(project.issue('1.2', '--note', 'Withdrawn by mistake, and unchanged.').code).toBe(0);
    expect(project.manifest('1.2').previous?.version).toBe('1.1');
    expect(readText(notice('1.1'))).toMatch(/This version has also been superseded\.[^]*version 1\.2/);
    expect(readText(join(project.archive, 'index.html'))).toContain('Table 2 names a &lt;person&gt;.');
    expect(project.papers('verify')).toMatchObject({ code: 0, err: '' });
  });

  test('with two withdrawals, one after the other', () => {
    for (const version of ['0.1', '1.1']) expect(withdraw(version).code).toBe(0);
    expect(verify()).toMatchObject({ code: 0, err: '' });
    expect(readText(register()).match(/withdrawal\.json$/gm)).toHaveLength(2);
  });

  test('with the register that was kept outside the archive', () => {
    const hash = sha256(readFileSync(register()));
    expect(withdraw('1.0').code).toBe(0);
    const later = sha256(readFileSync(register()));
    for (const expected of [hash, later])
      expect(project.papers('verify', '--no-rebuild', '--expect', expected)).toMatchObject({
        code: 0,
        err: '',
      });
    restore(before); // the withdrawal is taken back with its line, its notice and the index
    expect(verify().code).toBe(0);
    expect(project.papers('verify', '--no-rebuild', '--expect', later).code).toBe(1);
  });

  test('and says that the last issued version is withdrawn', () => {
    expect(withdraw('1.1').code).toBe(0);
    expect(project.papers('build').code).toBe(0);
    const html = readText(join(project.root, 'output/2024-25-q2/parks-update/parks-update.html'));
    expect(html).toContain('(last issued: 1.1, withdrawn)');
    expect(
      project.papers('verify', join(project.root, 'output/2024-25-q2/parks-update/parks-update.pdf')).code,
    ).toBe(0);
  });
});

describe('refuses', () => {
  beforeEach(() => restore(before));

  const refused: [string, () => void, string[], number, RegExp][] = [
    [
      'a version twice',
      () => restore(after),
      ['1.0'],
      1,
      /v1\.0: error: was withdrawn on 20 November 2024 already/,
    ],
    ['an unknown version', () => undefined, ['9.9'], 2, /no issued version is 9\.9/],
    ['an empty reason', () => undefined, ['1.0', '--reason', ' '], 2, /The reason is empty/],
    [
      'a long reason',
      () => undefined,
      ['1.0', '--reason', 'x'.repeat(501)],
      2,
      /The reason has 501 characters/,
    ],
    [
      'a day before the version',
      () => undefined,
      ['1.0', '--made-at', '2024-10-01'],
      1,
      /is dated 25 October 2024/,
    ],
    [
      'a changed file',
      () => appendFileSync(project.path('1.0', 'figures.csv'), 'x'),
      ['1.0'],
      1,
      /figures\.csv: error: has changed/,
    ],
    [
      'a changed manifest',
      () => edit(project.path('1.0', 'manifest.json'), (text) => text.replace('named', 'lost')),
      ['1.0'],
      1,
      /v1\.0: error: was issued, but is missing or has changed/,
    ],
    [
      'an invalid register',
      () => appendFileSync(register(), 'x\n'),
      ['1.0'],
      1,
      /register\.txt: error: line 4 is not a valid line/,
    ],
    [
      'other files in the folder that keeps them',
      () => mkdirSync(join(kept, project.folder, 'v1.0'), { recursive: true }),
      ['1.0'],
      1,
      /has other files in .*output\/withdrawn/,
    ],
  ];
  test.each(refused)('%s, and changes nothing', (_name, prepare, [version = '', ...more], exitCode, says) => {
    prepare();
    const files = hashFiles(join(project.root, 'output'));
    const { code, err } = withdraw(version, ...more);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code).toBe(exitCode);
    expect(hashFiles(join(project.root, 'output'))).toEqual(files);
    expect(withdraw(version, ...more, '--dry-run').code).toBe(exitCode);
    if (exitCode === 1)
      expect(JSON.parse(withdraw(version, ...more, '--json').out)).toMatchObject({ withdrawn: false });
  });

  test('a version that several papers have, until its folder is named', () => {
    for (const [from, to] of [
      ['templates/parks-update', 'templates/tree-plan'],
      ['data/2024-25-q2/parks-update.yaml', 'data/2024-25-q2/tree-plan.yaml'],
    ] as const)
      cpSync(join(project.root, from), join(project.root, to), { recursive: true });
    project.change('data/2024-25-q2/tree-plan.yaml', (text) => text.replace('"tree-plan"', '"parks-update"'));
    expect(project.papers('issue', '2024-25-q2', 'tree-plan', '--as', '1.0').code).toBe(0);
    const { code, err } = withdraw('1.0');
    expect(err).toContain('several papers have the version 1.0: name its folder');
    expect(code).toBe(2);
    expect(withdraw(`${project.folder}/v1.0`).code).toBe(0);
    for (const path of ['templates/tree-plan', 'data/2024-25-q2/tree-plan.yaml'])
      rmSync(join(project.root, path), { recursive: true });
  });

  test('nothing in a dry run, which lists the changes and makes none', () => {
    const files = hashFiles(join(project.root, 'output'));
    const { code, out } = withdraw('1.0', '--dry-run');
    expect(out).toContain(`leave ${join(project.archive, project.folder)}/v1.0: ${FILES.join(', ')}`);
    expect(out).toContain('This was a dry run: nothing was withdrawn.');
    expect(code).toBe(0);
    expect(hashFiles(join(project.root, 'output'))).toEqual(files);
  });
});

describe('on a terminal', () => {
  beforeEach(() => restore(before));
  const args = (): string[] => ['withdraw', '1.0', '--reason', REASON, '--root', project.root];

  test.each([
    ['no', 'n'],
    ['Ctrl-C', CTRL_C],
    ['Enter, because the answer is no until the user changes it', '\r'],
  ])('asks, and changes nothing after %s', (_name, keys) => {
    const files = hashFiles(join(project.root, 'output'));
    const { code, screen } = runOnTerminal(args(), [['Withdraw this version?', keys]], project.root);
    expect(screen).toContain('A withdrawal cannot be taken back.');
    expect(screen).toContain('Nothing was withdrawn. The archive is unchanged.');
    expect(code).toBe(1);
    expect(hashFiles(join(project.root, 'output'))).toEqual(files);
  });

  test('withdraws after yes', () => {
    expect(runOnTerminal(args(), [['Withdraw this version?', 'y']], project.root).code).toBe(0);
    expect(existsSync(record())).toBe(true);
  });
});

describe('verify finds', () => {
  beforeEach(() => restore(after));
  const bringBack = (name: string): void =>
    cpSync(join(kept, project.folder, 'v1.0', name), project.path('1.0', name));
  const removeLine = (): void => edit(register(), (text) => text.replace(/[^\n]*withdrawal\.json\n/, ''));
  const rewriteLine = (): void =>
    edit(register(), (text) =>
      text.replace(/[0-9a-f]{64}(?=[^\n]*withdrawal)/, sha256(readFileSync(record()))),
    );

  const damage: [string, () => void, RegExp][] = [
    ...FILES.map((name): [string, () => void, RegExp] => [
      `${name} that is public again`,
      () => bringBack(name),
      new RegExp(
        `v1\\.0/${name.replaceAll('.', '\\.')}: error: was withdrawn, but is public: papers archive removes it`,
      ),
    ]),
    [
      'a file that is public again, where no copy is kept',
      () => {
        bringBack('parks-update.pdf');
        rmSync(kept, { recursive: true });
      },
      /parks-update\.pdf: error: was withdrawn, but is public: remove it/,
    ],
    [
      'another file under the name of a withdrawn one',
      () => writeFileSync(project.path('1.0', 'parks-update.pdf'), 'other'),
      /parks-update\.pdf: error: was withdrawn, but another file has its name/,
    ],
    [
      'a withdrawn file under another name',
      () => cpSync(join(kept, project.folder, 'v1.0/parks-update.pdf'), project.path('1.0', 'more.pdf')),
      /more\.pdf: error: was not issued/,
    ],
    [
      'a withdrawn file beside the versions',
      () =>
        cpSync(
          join(kept, project.folder, 'v1.0/parks-update.pdf'),
          join(project.archive, project.folder, 'x.pdf'),
        ),
      /x\.pdf: error: does not belong to the archive/,
    ],
    [
      'a folder in the withdrawn version',
      () => mkdirSync(project.path('1.0', 'files')),
      /v1\.0\/files: error: was not issued/,
    ],
    [
      'a link to a withdrawn file',
      () =>
        symlinkSync(
          join(kept, project.folder, 'v1.0/parks-update.pdf'),
          project.path('1.0', 'parks-update.pdf'),
        ),
      /parks-update\.pdf: error: is a link/,
    ],
    [
      'a missing notice',
      () => rmSync(notice('1.0')),
      /notice-v1\.0\.html: error: is missing: readers do not learn/,
    ],
    [
      'an edited notice',
      () => edit(notice('1.0'), (html) => html.replace('names a', 'names no')),
      /notice-v1\.0\.html: error: was edited by hand/,
    ],
    [
      'a notice that is a link',
      () => {
        renameSync(notice('1.0'), join(project.root, 'notice'));
        symlinkSync(join(project.root, 'notice'), notice('1.0'));
      },
      /notice-v1\.0\.html: error: is a link/,
    ],
    [
      'a page that leads elsewhere from the address of the withdrawn one',
      () =>
        edit(project.path('1.0', 'parks-update.html'), (html) =>
          html.replace('../notice-v1.0.html', 'https://example.org'),
        ),
      /parks-update\.html: error: was edited by hand/,
    ],
    [
      'an edited index',
      () => edit(join(project.archive, 'index.html'), (html) => html.replace('names a', 'names no')),
      /index\.html: error: was edited by hand/,
    ],
    [
      'a false reason',
      () => edit(record(), (text) => text.replace('names a', 'names no')),
      /v1\.0\/withdrawal\.json: error: is not the record of the withdrawal that was written \(line 4/,
    ],
    [
      'another day',
      () => edit(record(), (text) => text.replace('2024-11-20', '2024-12-20')),
      /withdrawal\.json: error: is not the record of the withdrawal that was written/,
    ],
    [
      'a record without its line in the register',
      removeLine,
      /v1\.0\/withdrawal\.json: error: is not in the register, because a withdrawal was interrupted/,
    ],
    [
      'a forged record that does not follow the register',
      () => {
        edit(record(), (text) => text.replace(/("register": ")[0-9a-f]{64}/, `$1${'a'.repeat(64)}`));
        removeLine();
      },
      /withdrawal\.json: error: is not in the register: the version was not withdrawn here/,
    ],
    [
      'a line without its record, so that the withdrawal is taken back',
      () => rmSync(record()),
      /v1\.0\/withdrawal\.json: error: is missing, so the withdrawal was taken back \(line 4/,
    ],
    [
      'a withdrawal that is taken back with all its files',
      () => {
        rmSync(record());
        for (const name of FILES) bringBack(name);
      },
      /v1\.0\/withdrawal\.json: error: is missing, so the withdrawal was taken back/,
    ],
    [
      'a withdrawal that is taken back with its line, but without its files',
      () => {
        rmSync(record());
        removeLine();
      },
      /v1\.0\/parks-update\.pdf: error: is missing/,
    ],
    [
      'files that were removed without a record',
      () => {
        for (const { name } of project.manifest('1.1').outputs) rmSync(project.path('1.1', name));
      },
      /v1\.1\/sources\.zip: error: is missing/,
    ],
    [
      'a forged record of another version',
      () => cpSync(record(), project.path('1.1', 'withdrawal.json')),
      /v1\.1\/withdrawal\.json: error: is the record of the withdrawal of another version/,
    ],
    [
      'a record that was moved to another version with its line',
      () => {
        cpSync(record(), project.path('1.1', 'withdrawal.json'));
        rmSync(record());
        edit(register(), (text) => text.replace(/v1\.0\/withdrawal/, 'v1.1/withdrawal'));
      },
      /v1\.1\/withdrawal\.json: error: is the record of the withdrawal of another version/,
    ],
    [
      'a record that is no JSON',
      () => writeFileSync(record(), '{'),
      /v1\.0\/withdrawal\.json: error: the record of a withdrawal is incomplete or not JSON/,
    ],
    [
      'a record with an unknown key',
      () => edit(record(), (text) => text.replace('{', '{ "more": 1,')),
      /v1\.0\/withdrawal\.json: error: the record of a withdrawal does not match its schema/,
    ],
    [
      'a record of another version that its register confirms',
      () => {
        edit(record(), (text) => text.replace('v1.0', 'v1.1'));
        rewriteLine();
      },
      /v1\.0\/withdrawal\.json: error: is the record of the withdrawal of another version/,
    ],
    [
      'a record of another manifest that its register confirms',
      () => {
        edit(record(), (text) => text.replace(/("manifest": ")[0-9a-f]{64}/, `$1${'a'.repeat(64)}`));
        rewriteLine();
      },
      /v1\.0\/withdrawal\.json: error: is the record of the withdrawal of another version/,
    ],
    [
      'a line that was taken out before the withdrawal',
      () => edit(register(), (text) => text.replace(/[^\n]*v1\.1[^\n]*\n/, '')),
      /register\.txt: error: lines were added, removed or changed before line 3 of register\.txt, a withdrawal/,
    ],
    [
      'a version that was taken back with its line before the withdrawal',
      () => {
        rmSync(dirname(project.path('1.1', 'x')), { recursive: true });
        rmSync(notice('1.0'));
        edit(register(), (text) => text.replace(/[^\n]*v1\.1[^\n]*\n/, ''));
        project.papers('archive');
      },
      /register\.txt: error: lines were added, removed or changed before line 3/,
    ],
    [
      'lines of the register in another order',
      () => edit(register(), (text) => text.replace(/^([^\n]*\n)([^\n]*\n)/, '$2$1')),
      /register\.txt: error: lines were added, removed or changed before line 4/,
    ],
    [
      'a line of a withdrawal twice',
      () => edit(register(), (text) => text + (text.trimEnd().split('\n').at(-1) ?? '') + '\n'),
      /register\.txt: error: line 5 of register\.txt repeats .*withdrawal\.json/,
    ],
    [
      'a changed hash in the line of the withdrawal',
      () =>
        edit(register(), (text) =>
          text.replace(/[0-9a-f](?=[0-9a-f]{63}[^\n]*withdrawal)/, (digit) => (digit === '0' ? '1' : '0')),
        ),
      /withdrawal\.json: error: is not the record of the withdrawal that was written/,
    ],
    [
      'a withdrawn version whose manifest is gone',
      () => rmSync(project.path('1.0', 'manifest.json')),
      /v1\.0\/manifest\.json: error: the manifest is missing/,
    ],
    [
      'a changed manifest of a withdrawn version',
      () => edit(project.path('1.0', 'manifest.json'), (text) => text.replace('named', 'lost')),
      /v1\.0\/manifest\.json: error: is not the manifest that was issued/,
    ],
    [
      'a withdrawn version that was removed altogether',
      () => rmSync(dirname(record()), { recursive: true }),
      /v1\.0: error: was issued but is missing/,
    ],
    [
      'a withdrawn version in a renamed folder',
      () => renameSync(dirname(record()), dirname(project.path('1.5', 'x'))),
      /v1\.5: error: .*issued as .*v1\.0/,
    ],
    [
      'a changed kept file',
      () => appendFileSync(join(kept, project.folder, 'v1.0/figures.csv'), 'x'),
      /withdrawn\/.*v1\.0\/figures\.csv: error: has changed: it is the only copy/,
    ],
    [
      'a lost kept file',
      () => rmSync(join(kept, project.folder, 'v1.0/figures.csv')),
      /withdrawn\/.*v1\.0\/figures\.csv: error: is missing: it is the only copy/,
    ],
  ];
  test.each(damage)('%s', (_name, harm, says) => {
    harm();
    const { code, err } = verify();
    expect(err).toMatch(says);
    expect(err).toMatch(/^Not as issued: /);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  test('no fault in the part of the archive beside a damaged withdrawal', () => {
    rmSync(record());
    expect(project.papers('verify', `${project.folder}/v1.1`, '--no-rebuild')).toMatchObject({
      code: 0,
      err: '',
    });
  });

  test('what papers archive then repairs: public files, the notice and the page that leads to it', () => {
    for (const name of FILES) bringBack(name);
    rmSync(notice('1.0'));
    const { out } = project.papers('archive');
    expect(out).toContain(`removed ${project.path('1.0', 'parks-update.pdf')}`);
    expect(out).toContain(`wrote ${project.path('1.0', 'parks-update.html')}`);
    expect(out).toContain(`wrote ${notice('1.0')}`);
    expect(hashFiles(join(project.root, 'output'))).toEqual(hashFiles(after));
  });

  test('a public file that papers archive keeps, because no copy of it is kept', () => {
    bringBack('parks-update.pdf');
    rmSync(kept, { recursive: true });
    expect(project.papers('archive').code).toBe(0);
    expect(existsSync(project.path('1.0', 'parks-update.pdf'))).toBe(true);
  });

  test('a manifest that names a file outside its folder, which papers archive then leaves alone', () => {
    const outside = join(project.root, 'data/organisation.yaml');
    const path = project.path('1.0', 'manifest.json');
    const hash = sha256(readFileSync(path));
    const manifest = JSON.parse(readText(path)) as { outputs: object[] };
    manifest.outputs.push({
      name: '../../../../../../data/organisation.yaml',
      bytes: readFileSync(outside).length,
      sha256: sha256(readFileSync(outside)),
    });
    writeFileSync(path, JSON.stringify(manifest));
    edit(register(), (text) => text.replace(hash, sha256(readFileSync(path))));
    expect(verify().err).toMatch(/manifest\.json: error: .*does not match its schema/);
    expect(project.papers('archive').code).toBe(1);
    expect(existsSync(outside)).toBe(true);
  });

  test('no fault in a copy of the archive without a project', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'papers-elsewhere-'));
    cpSync(project.archive, join(elsewhere, 'archive'), { recursive: true });
    const { code, err } = project.papers(
      'verify',
      join(elsewhere, 'archive'),
      '--no-rebuild',
      '--root',
      elsewhere,
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    rmSync(elsewhere, { recursive: true });
  });
});
