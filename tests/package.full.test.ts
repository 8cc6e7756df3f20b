import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { runPapers, type Run } from './support/run-papers.js';

interface Packed {
  filename: string;
  /** Bytes of the archive. */
  size: number;
  files: { path: string }[];
}

let work: string;
let packed: Packed;
/** The folder of an authority that has installed the package. */
let project: string;

/** Runs npm as on a machine without a network: it has no cache, and the registry does not answer. */
function npm(args: string[], cwd: string): string {
  const offline = { npm_config_cache: join(work, 'cache'), npm_config_registry: 'http://127.0.0.1:9/' };
  return execFileSync('npm', args, {
    cwd,
    env: { ...process.env, ...cacheFolders(), ...offline, npm_config_update_notifier: 'false' },
    encoding: 'utf8',
  });
}

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'papers-package-'));
  // Without scripts, because the tests have just built the program, and other tests run it now.
  const answer = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', work], '.');
  [packed] = JSON.parse(answer) as [Packed];
  project = join(work, 'project');
  cpSync('tests/papers/parks-update', project, {
    recursive: true,
    filter: (path) => !/expected|output/.test(path),
  });
  npm(['install', join(work, packed.filename)], project);
});
afterAll(() => rmSync(work, { recursive: true }));

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
const findInstalled = (path: string): string => join(project, 'node_modules/committee-papers', path);
/** The program keeps compiled code there. */
const cacheFolders = (): Record<string, string> => ({ HOME: work, XDG_CACHE_HOME: work, LOCALAPPDATA: work });
const runInstalled = (...args: string[]): Run =>
  runPapers(args, { program: findInstalled('dist/cli.js'), cwd: project, env: cacheFolders() });

test('packs every file of the build except source maps and compiled code', () => {
  const built = listFiles('dist').filter((path) => !/\.(map|code-cache)$/.test(path));
  const paths = packed.files.map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith('dist/')).sort()).toEqual(built.sort());
});

test('packs nothing else than schemas, documentation and the licence', () => {
  const others = packed.files.map(({ path }) => path).filter((path) => !path.startsWith('dist/'));
  const expected =
    /^(package\.json|README\.md|CHANGELOG\.md|CONTRIBUTING\.md|LICENSE|data\/README\.md|output\/example-page\.png|schemas\/.+\.json|docs\/.+)$/;
  expect(others.filter((path) => !expected.test(path))).toEqual([]);
  expect(others).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'schemas/paper.schema.json']));
});

test('packs every page and picture that the README links to', () => {
  const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
    ([, path]) => path,
  );
  const paths = packed.files.map(({ path }) => path);
  expect(links.length).toBeGreaterThan(8);
  expect(links.filter((link) => !paths.includes(link ?? ''))).toEqual([]);
});

test('packs to less than 4.55 MB, of which the libraries for timestamps and for Word take 0.1 each', () => {
  expect(packed.size).toBeLessThan(4_550_000);
});

test('builds the program before it is packed', () => {
  expect(packageJson.scripts.prepack).toBe(packageJson.scripts.build);
});

test('needs no other package, and runs nothing when it is installed', () => {
  const installed = JSON.parse(readFileSync(findInstalled('package.json'), 'utf8')) as {
    dependencies?: object;
    scripts: Record<string, string>;
  };
  expect(installed.dependencies).toBeUndefined();
  expect(Object.keys(installed.scripts)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(pre|post)?(install|prepare)$/)]),
  );
  expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'committee-papers',
  ]);
});

test('names neither a registry nor the folder in which it was built', () => {
  const registry = new URL(execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' })).host;
  const places = [resolve('.'), registry, 'registry.npmjs.org'];
  const found = listFiles(findInstalled('.')).filter((path) => {
    const bytes = readFileSync(path);
    return places.some((place) => bytes.includes(place));
  });
  expect(found).toEqual([]);
});

test('contains the licence of every library', () => {
  const notices = readFileSync(findInstalled('dist/third-party-notices.txt'), 'utf8');
  const libraries = JSON.parse(readFileSync(findInstalled('dist/libraries.json'), 'utf8')) as object;
  expect(Object.keys(libraries)).toEqual(
    expect.arrayContaining(['chart.js', 'pdfmake', 'source-sans', 'zod']),
  );
  for (const [name, version] of Object.entries(libraries)) expect(notices).toContain(`${name} ${version} (`);
  expect(notices).toContain('Permission is hereby granted, free of charge');
  expect(notices).toContain('SIL OPEN FONT LICENSE Version 1.1');
  expect(notices).toContain('Copyright International Color Consortium');
});

test('starts by either name without asking the registry', () => {
  for (const name of ['papers', 'committee-papers'])
    expect(npm(['exec', '--no', name, '--', '--version'], project).trim()).toBe(packageJson.version);
});

test('builds the same bytes as the program of the repository', () => {
  const copy = join(work, 'copy');
  for (const folder of ['data', 'templates'])
    cpSync(join(project, folder), join(copy, folder), { recursive: true });
  const { code, err } = runInstalled('build');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  runPapers(['build', '--root', copy]);
  const outputs = listFiles(join(project, 'output'));
  expect(outputs).toHaveLength(4);
  for (const path of outputs)
    expect(readFileSync(path).equals(readFileSync(path.replace(project, copy))), path).toBe(true);
});

test('issues a version, verifies the archive and reads its PDF', () => {
  expect(runInstalled('issue', '--as', '1.0', '--note', 'First.').code).toBe(0);
  const verified = runInstalled('verify');
  expect(verified).toMatchObject({ code: 0, err: '' });
  expect(verified.out).toContain('The sources inside each version give the same bytes.');
  const pdf = listFiles(join(project, 'output/archive')).find((path) => path.endsWith('.pdf')) ?? '';
  const mailed = runInstalled('verify', pdf);
  expect(mailed).toMatchObject({ code: 0, err: '' });
  expect(mailed.out).toContain('1.0');
});

test.each([
  ['a new project', []],
  ['the example', ['--example', 'tp']],
])('makes %s from the package, and builds its paper', (_title, options) => {
  const folder = mkdtempSync(join(work, 'new-'));
  const start = runPapers(['init', folder, '--yes', ...options], {
    program: findInstalled('dist/cli.js'),
    cwd: work,
    env: cacheFolders(),
  });
  expect(start).toMatchObject({ code: 0, err: '' });
  const built = runPapers(['build', '--root', folder], {
    program: findInstalled('dist/cli.js'),
    env: cacheFolders(),
  });
  expect(built.code).toBe(0);
  expect(listFiles(join(folder, 'output')).filter((path) => path.endsWith('.pdf'))).toHaveLength(1);
});
