import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { hasOpenssl, makeAuthority, type Authority } from '../support/make-authority.js';
import type { Run } from '../support/run-papers.js';

/** Seals need an authority: `openssl ts` on loopback. Without OpenSSL these tests are skipped, and the report says so. */
describe.skipIf(!hasOpenssl)('with a time-stamping authority (skipped without openssl)', () => {
  let authority: Authority;
  let project: Project;
  /** An archive of two versions, the first sealed after its issue and both sealed after the second. */
  let kept: string;
  const organisation = 'data/organisation.yaml';

  beforeAll(async () => {
    authority = await makeAuthority();
    project = copyParksProject();
    kept = join(project.root, 'kept');
    cpSync(join(authority.folder, 'root.pem'), join(project.root, 'data/time-stamping.pem'));
    const setting = `time-stamping: { url: '${authority.url}/good', certificate: data/time-stamping.pem }\n`;
    project.change(organisation, (text) => `${text}${setting}`);
    expect(project.issue('1.0').code).toBe(0);
    expect(project.papers('seal').code).toBe(0);
    project.reword();
    expect(project.issue('1.1', '--note', 'The first step is named.').code).toBe(0);
    expect(project.papers('seal').code).toBe(0);
    cpSync(project.archive, kept, { recursive: true });
  });
  beforeEach(() => {
    rmSync(project.archive, { recursive: true, force: true });
    cpSync(kept, project.archive, { recursive: true });
  });
  afterAll(() => {
    authority.stop();
    project.remove();
  });

  const verify = (...more: string[]): Run => project.papers('verify', '--no-rebuild', ...more);
  const inArchive = (name: string): string => join(project.archive, name);
  const readText = (name: string): string => readFileSync(inArchive(name), 'utf8');
  const readTree = (): string[] => readdirSync(project.archive, { recursive: true, encoding: 'utf8' }).sort();

  /** Takes the newest seal away, as before it was made. */
  function unseal(): void {
    rmSync(inArchive('seals/2.tsr'));
    writeFileSync(inArchive('seals.txt'), readText('seals.txt').split('\n').slice(0, 1).join('\n') + '\n');
  }

  test('verifies the seals without a network, and says what they show', () => {
    const { code, out, err } = verify();
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /2 seals hold\. Seal 2 shows that the first 2 lines of the register existed on \d{4}-\d{2}-\d{2} at \d{2}:\d{2}:\d{2} UTC, says Authority\./,
    );
    const { seals } = JSON.parse(verify('--json').out) as { seals: { number: number; lines: number }[] };
    expect(seals).toEqual([
      expect.objectContaining({ number: 1, lines: 1 }),
      expect.objectContaining({ number: 2, lines: 2 }),
    ]);
  });

  test('stores answers that openssl verifies, too', () => {
    const { status, stdout } = spawnSync(
      'openssl',
      [
        'ts',
        '-verify',
        '-data',
        'register.txt',
        '-in',
        'seals/2.tsr',
        '-CAfile',
        join(authority.folder, 'root.pem'),
      ],
      { cwd: project.archive, encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining('Verification: OK') as string]);
  });

  test('seals nothing twice', () => {
    const { code, out } = project.papers('seal');
    expect(code).toBe(0);
    expect(out).toContain('Nothing to seal');
    expect(existsSync(inArchive('seals/3.tsr'))).toBe(false);
  });

  test('holds after a further version, which no seal covers yet', () => {
    project.reword();
    expect(project.issue('1.2', '--note', 'The first step is named again.').code).toBe(0);
    expect(verify().out).toContain('the first 2 lines of the register');
    const { code, out } = project.papers('seal', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ sealed: true, file: 'output/archive/seals/3.tsr', lines: 3 });
    expect(verify().out).toContain('3 seals hold');
  });

  test('finds a last version that was taken back with its line', () => {
    rmSync(join(project.archive, project.folder, 'v1.1'), { recursive: true });
    writeFileSync(inArchive('register.txt'), `${readText('register.txt').split('\n')[0] ?? ''}\n`);
    project.papers('archive'); // writes an index that fits
    const { code, err } = verify();
    expect(code).toBe(1);
    expect(err).toMatch(/seals\/2\.tsr: error: seals another register: .*A version was taken back/);
  });

  test('finds a chain that was written anew', () => {
    const seals = ['seals', 'seals.txt'];
    for (const name of seals) cpSync(inArchive(name), join(project.root, 'aside', name), { recursive: true });
    rmSync(project.archive, { recursive: true });
    project.reword();
    expect(project.issue('1.0').code).toBe(0);
    project.reword();
    expect(project.issue('1.1', '--note', 'All is new.').code).toBe(0);
    for (const name of seals) cpSync(join(project.root, 'aside', name), inArchive(name), { recursive: true });
    const { code, err } = verify();
    expect(code).toBe(1);
    expect(err).toContain('seals/1.tsr: error: seals another register');
    expect(err).toContain('seals/2.tsr: error: seals another register');
  });

  test.each<[string, () => void, RegExp]>([
    [
      'a seal that was removed',
      () => rmSync(inArchive('seals/1.tsr')),
      /seals\/1\.tsr: error: is missing \(line 1/,
    ],
    [
      'all seals removed',
      () => rmSync(inArchive('seals'), { recursive: true }),
      /seals\/2\.tsr: error: is missing/,
    ],
    [
      'a seal removed with its line',
      () => {
        rmSync(inArchive('seals/1.tsr'));
        writeFileSync(inArchive('seals.txt'), `${readText('seals.txt').split('\n')[1] ?? ''}\n`);
      },
      /line 1 is of seal 2: a line was removed or moved/,
    ],
    [
      'a seal in the place of another',
      () => cpSync(inArchive('seals/2.tsr'), inArchive('seals/1.tsr')),
      /seals\/1\.tsr: error: is not the seal that was stored/,
    ],
    [
      'a changed byte in a seal',
      () => {
        const bytes = readFileSync(inArchive('seals/2.tsr'));
        bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1;
        writeFileSync(inArchive('seals/2.tsr'), bytes);
      },
      /seals\/2\.tsr: error: the timestamp has a signature that is not valid/,
    ],
    [
      'garbage as a seal',
      () => writeFileSync(inArchive('seals/2.tsr'), 'garbage'),
      /no answer of a time-stamping/,
    ],
    [
      'a pipe in the place of a seal',
      () => {
        rmSync(inArchive('seals/2.tsr'));
        spawnSync('mkfifo', [inArchive('seals/2.tsr')]);
      },
      /seals\/2\.tsr: error: is missing \(line 2/,
    ],
    ['an empty seal', () => writeFileSync(inArchive('seals/2.tsr'), ''), /no answer of a time-stamping/],
    [
      'a huge seal',
      () => writeFileSync(inArchive('seals/2.tsr'), Buffer.alloc(200_000)),
      /seals\/2\.tsr: error: is larger than any timestamp/,
    ],
    [
      'a seal without a line',
      () => writeFileSync(inArchive('seals.txt'), ''),
      /seals\/1\.tsr: error: is not in seals\.txt/,
    ],
    [
      'a line that is none',
      () => writeFileSync(inArchive('seals.txt'), 'hello\n'),
      /line 1 is not a valid line of the list/,
    ],
    [
      'a strange file',
      () => writeFileSync(inArchive('seals/note.txt'), ''),
      /seals\/note\.txt: error: does not belong/,
    ],
    ['a strange folder', () => mkdirSync(inArchive('seals/1')), /seals\/1: error: does not belong/],
  ])('finds %s', (_name, damage, message) => {
    damage();
    const { code, err } = verify();
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  test('refuses to seal while a seal is damaged, so that no trace is lost', () => {
    project.reword();
    expect(project.issue('1.2', '--note', 'The first step is named again.').code).toBe(0);
    rmSync(inArchive('seals/1.tsr'));
    const before = readTree();
    const { code, err } = project.papers('seal');
    expect(code).toBe(1);
    expect(err).toMatch(/Not sealed: .*seals\/1\.tsr: error: is missing/s);
    expect(readTree()).toEqual(before);
  });

  test('adds the line of a seal that was stored when the program stopped', () => {
    writeFileSync(inArchive('seals.txt'), `${readText('seals.txt').split('\n')[0] ?? ''}\n`);
    expect(verify().err).toContain('seals/2.tsr: error: is not in seals.txt: papers seal adds it');
    expect(project.papers('seal').code).toBe(0);
    expect([verify().code, readText('seals.txt').trim().split('\n').length]).toEqual([0, 3]);
  });

  test.each([
    ['/refused', 'the timestamp was refused by the authority: no money paid'],
    ['/garbage', 'the timestamp is no answer of a time-stamping authority'],
    ['/empty', 'the timestamp is no answer of a time-stamping authority'],
    ['/endless', 'answers with more than 100000 bytes'],
    ['/redirect', 'sends on to "/good": if that is right, name it with --tsa'],
    ['/error', 'answers with the HTTP status 503'],
    ['/other', 'the timestamp is signed by an authority that the project does not trust'],
    ['/expired', 'is of a time at which its certificate was not valid (2020-01-01 to 2021-01-01)'],
    ['/purpose', 'is signed with a certificate that is not for time-stamping alone'],
    ['/uncritical', 'is signed with a certificate that is not for time-stamping alone'],
  ])('stores nothing if the authority is %s', (path, message) => {
    unseal();
    const before = readTree();
    const { code, err } = project.papers('seal', '--tsa', `${authority.url}${path}`);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err).toContain('The archive is unchanged.');
    expect(readTree()).toEqual(before);
  });

  test('stores no answer to an earlier question', () => {
    unseal();
    const url = `${authority.url}/replay`;
    expect(project.papers('seal', '--tsa', url).code).toBe(0);
    unseal();
    const { code, err } = project.papers('seal', '--tsa', url);
    expect([code, err]).toEqual([1, expect.stringContaining('answers another request') as string]);
  });

  test('says that nobody answers', () => {
    unseal();
    const { code, err } = project.papers('seal', '--tsa', 'http://127.0.0.1:1/');
    expect([code, err]).toEqual([1, expect.stringContaining('cannot be reached') as string]);
  });

  test("accepts the authority's own certificate, and checks with the one that the user names", () => {
    const own = join(authority.folder, 'tsa.pem');
    expect(verify('--certificate', own).code).toBe(0);
    const other = verify('--certificate', join(authority.folder, 'other-root.pem'));
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('does not trust') as string]);
  });

  test('reports seals that cannot be checked, because no certificate is named', () => {
    project.change(organisation, (text) => text.replace('time-stamping:', '#'));
    const { code, err } = verify();
    project.change(organisation, (text) => text.replace('#', 'time-stamping:'));
    expect([code, err]).toEqual([1, expect.stringContaining('seals: error: cannot be checked') as string]);
  });

  test('explains a certificate that is missing or none', () => {
    const missing = verify('--certificate', join(authority.folder, 'nothing.pem'));
    expect([missing.code, missing.err]).toEqual([
      2,
      expect.stringContaining('there is no such file') as string,
    ]);
    const none = verify('--certificate', join(authority.folder, 'openssl.cnf'));
    expect([none.code, none.err]).toEqual([
      2,
      expect.stringContaining('no certificate that can be read') as string,
    ]);
  });
});

describe('without an authority', () => {
  let project: Project;
  beforeAll(() => {
    project = copyParksProject();
  });
  afterAll(() => project.remove());

  test('says how to name one', () => {
    const { code, err } = project.papers('seal');
    expect([code, err]).toEqual([2, expect.stringContaining('time-stamping: { url: https://') as string]);
  });

  test('requires a certificate to check its answer with', () => {
    const { code, err } = project.papers('seal', '--tsa', 'http://127.0.0.1:1/');
    expect([code, err]).toEqual([2, expect.stringContaining('its seals could not be checked') as string]);
  });

  test('refuses an address of another kind', () => {
    const { code, err } = project.papers('seal', '--tsa', 'file:///etc/passwd');
    expect([code, err]).toEqual([2, expect.stringContaining('begins with https:// or http://') as string]);
  });
});
