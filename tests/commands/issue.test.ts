import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestSchema } from '../../src/archive/manifest.js';
import { sha256 } from '../../src/sha256.js';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { fold, readPdf } from '../support/read-pdf.js';

/** The life of a paper: a draft, the final version and a correction. */
let project: Project;
beforeAll(() => {
  project = copyParksProject();
  expect(project.issue('0.1').code).toBe(0);
  project.reword();
  expect(project.issue('1.0').code).toBe(0);
  project.reword();
  expect(project.issue('1.9', '--note', 'The first step is named.', '--made-at', '2024-11-01').code).toBe(0);
});
afterAll(() => project.remove());

const readText = (version: string, name: string): string => readFileSync(project.path(version, name), 'utf8');

async function readPdfText(path: string): Promise<string> {
  return fold((await readPdf(readFileSync(path))).pages.map((page) => page.text).join(' '));
}

test('writes the paper, its figures, its sources and its manifest to a folder', () => {
  expect(readdirSync(join(project.archive, project.folder, 'v1.0'))).toEqual([
    'conformance-v1.0.html',
    'conformance.json',
    'document.json',
    'figures.csv',
    'figures.csv-metadata.json',
    'manifest.json',
    'parks-update.html',
    'parks-update.pdf',
    'sources.zip',
  ]);
});

test('writes a manifest that fits its schema, with all outputs, inputs and the program', () => {
  const manifest = manifestSchema.parse(project.manifest('1.9'));
  expect(manifest).toMatchObject({
    paper: { id: 'parks-update', number: '012', title: 'Parks update', period: '2024-25-q2' },
    committee: { id: 'parks', name: 'Parks and Open Spaces Panel' },
    meeting: '2024-11-05',
    version: '1.9',
    status: 'final',
    note: 'The first step is named.',
    madeAt: '2024-11-01T00:00:00.000Z',
    previous: { version: '1.0', manifest: sha256(readText('1.0', 'manifest.json')) },
    openToInspection: { inspectReportUntil: null },
    tool: { name: 'committee-papers', node: process.versions.node },
  });
  for (const { name, bytes, sha256: hash } of manifest.outputs) {
    const file = readFileSync(project.path('1.9', name));
    expect([file.length, sha256(file)], name).toEqual([bytes, hash]);
  }
  for (const { path, sha256: hash } of manifest.inputs)
    expect(sha256(readFileSync(join(project.root, path))), path).toBe(hash);
  expect(manifest.inputs.map(({ path }) => path)).toContain('data/2024-25-q2/parks-update.yaml');
});

test('adds a line for each version to the register, in the format of sha256sum', () => {
  const lines = ['0.1', '1.0', '1.9'].map(
    (version) =>
      `${sha256(readText(version, 'manifest.json'))}  ${project.folder}/v${version}/manifest.json\n`,
  );
  expect(readFileSync(join(project.archive, 'register.txt'), 'utf8')).toBe(lines.join(''));
});

test('prints the version, and the draft mark only on drafts', async () => {
  const draft = await readPdfText(project.path('0.1', 'parks-update.pdf'));
  expect(draft).toContain('DRAFT');
  expect(draft).toContain('Draft 0.1 of 25 October 2024');
  const final = await readPdfText(project.path('1.0', 'parks-update.pdf'));
  expect(final).not.toMatch(/draft/i);
  expect(final).toContain('Version 1.0, 25 October 2024');
  expect(readText('1.0', 'parks-update.html')).toContain('Version 1.0, 25 October 2024');
});

test('prints the changes of a correction in both editions, but none in the first final version', async () => {
  const note = /Changes since version 1\.0:\s+The first step is named\./;
  expect(await readPdfText(project.path('1.9', 'parks-update.pdf'))).toMatch(note);
  expect(readText('1.9', 'parks-update.html').replace(/<[^>]+>/g, '')).toMatch(note);
  expect(await readPdfText(project.path('1.0', 'parks-update.pdf'))).not.toContain('Changes since');
});

test('names the last issued version in a working build', async () => {
  const built = join(project.root, 'output/2024-25-q2/parks-update/parks-update.pdf');
  expect(project.papers('build').code).toBe(0);
  expect(await readPdfText(built)).toContain('Working copy, 25 October 2024 (last issued: 1.9)');
  project.change('data/2024-25-q2/parks-update.yaml', (yaml) =>
    yaml.replace('status: final', 'status: draft'),
  );
  expect(project.papers('build').code).toBe(0);
  expect(await readPdfText(built)).toContain('Draft of 25 October 2024 (last issued: 1.9)');
  project.change('data/2024-25-q2/parks-update.yaml', (yaml) =>
    yaml.replace('status: draft', 'status: final'),
  );
});

describe('keeps the archive unchanged and', () => {
  const refused: [string, string[], string][] = [
    ['rejects a version that exists', ['1.9', '--note', 'Again.'], 'version-is-new'],
    ['rejects a version before the newest', ['1.8', '--note', 'Back.'], 'version-comes-after'],
    ['rejects a draft after a final version', ['0.2'], 'version-comes-after'],
    ['rejects an unchanged paper', ['1.10', '--note', 'Nothing.'], 'version-differs'],
  ];
  test.each(refused)('%s', (_name, args, rule) => {
    const before = readFileSync(join(project.archive, 'register.txt'), 'utf8');
    const [version = '', ...more] = args;
    const { code, err, out } = project.issue(version, ...more);
    expect(err).toContain(`[${rule}]`);
    expect(out).toContain('Nothing was issued');
    expect(code).toBe(1);
    expect(readFileSync(join(project.archive, 'register.txt'), 'utf8')).toBe(before);
  });

  test('rejects a changed final version without a note or with an earlier date, and accepts 1.10 after 1.9', () => {
    project.reword();
    expect(project.issue('1.10').err).toContain('[change-is-explained]');
    expect(project.issue('1.10', '--note', 'Later.', '--made-at', '2024-10-01').err).toContain(
      '[dates-follow]',
    );
    expect(project.issue('1.10', '--note', 'Later.', '--made-at', '2024-11-02').code).toBe(0);
    expect(project.manifest('1.10').previous?.version).toBe('1.9');
  });

  test('rejects a note that the typeface cannot print', () => {
    project.reword();
    const { code, err } = project.issue('1.11', '--note', 'Corrected 😀');
    expect(err).toContain('[character-prints]');
    expect(code).toBe(1);
  });

  test('rejects another report number', () => {
    project.change('data/meetings.yaml', (yaml) => yaml.replace('number: 012', 'number: 013'));
    expect(project.issue('1.11', '--note', 'Moved.').err).toContain('[report-number-stays]');
    project.change('data/meetings.yaml', (yaml) => yaml.replace('number: 013', 'number: 012'));
  });

  test('rejects a new version if an earlier one is incomplete', () => {
    rmSync(join(project.archive, project.folder, 'v1.9/manifest.json'));
    project.reword();
    expect(project.issue('1.11', '--note', 'On top.').err).toContain('[history-is-whole]');
    expect(existsSync(project.path('1.11', 'manifest.json'))).toBe(false);
  });
});

describe('in an empty archive', () => {
  let fresh: Project;
  beforeAll(() => {
    fresh = copyParksProject();
  });
  afterAll(() => fresh.remove());

  test.each([
    [['issue', '--as', '1'], 'two numbers with a point between'],
    [['issue', '--as', '1.01'], 'two numbers with a point between'],
    [['issue'], '--as'],
    [['issue', '--as', '1.0', '--note', '  '], 'The note is empty'],
  ])('rejects wrong usage: papers %j', (args, says) => {
    const { code, err } = fresh.papers(...args);
    expect(err).toContain(says);
    expect(code).toBe(2);
    expect(existsSync(fresh.archive)).toBe(false);
  });

  test('does not issue a paper with an error', () => {
    fresh.change('data/2024-25-q2/parks-update.yaml', (yaml) =>
      yaml.replace('{{facts.benches}} {{plural', '{{facts.none}} {{plural'),
    );
    const { code, out } = fresh.issue('1.0');
    expect(code).toBe(1);
    expect(out).toContain('Nothing was issued');
    expect(existsSync(fresh.archive)).toBe(false);
    fresh.change('data/2024-25-q2/parks-update.yaml', (yaml) =>
      yaml.replace('{{facts.none}} {{plural', '{{facts.benches}} {{plural'),
    );
  });

  test('does not issue a paper without a report number', () => {
    fresh.change('data/meetings.yaml', (yaml) => yaml.replace(', number: 012', ''));
    expect(fresh.issue('1.0').err).toMatch(/data\/meetings\.yaml:\d+.*\n.*\n.*\n.*expected: number:/);
    fresh.change('data/meetings.yaml', (yaml) =>
      yaml.replace('{ title: Parks update', '{ title: Parks update, number: 12/A'),
    );
  });

  test('makes a folder name of the report number, and warns of a paper with the status draft', () => {
    fresh.change('data/2024-25-q2/parks-update.yaml', (yaml) =>
      yaml.replace('status: final', 'status: draft'),
    );
    const { code, out } = fresh.issue('1.0', '--json');
    expect(JSON.parse(out)).toMatchObject({
      issued: true,
      folder: 'output/archive/parks/2024-11-05/12-a-parks-update/v1.0',
      problems: [{ rule: 'final-is-declared', severity: 'warning' }],
    });
    expect(code).toBe(0);
  });
});

test.each(['1.1', '2.0'])('does not issue %s before 1.0', (version) => {
  const fresh = copyParksProject();
  const { code, err, out } = fresh.issue(version);
  expect(err).toContain(
    `${version} would be the first final version, and 1.0 could never be issued after it`,
  );
  expect(err).toContain('expected: 1.0');
  expect(out).toContain('Nothing was issued');
  expect(code).toBe(1);
  expect(fresh.issue('1.0').code).toBe(0);
  fresh.remove();
});

test('states until when the public may inspect a paper, in the manifest and on the index', () => {
  const fresh = copyParksProject();
  fresh.change(
    'data/organisation.yaml',
    (yaml) => `${yaml}open-to-inspection: { reports: 6, background-papers: 4 }\n`,
  );
  expect(fresh.issue('1.0').code).toBe(0);
  expect(fresh.manifest('1.0').openToInspection).toEqual({
    publishedOn: null,
    inspectReportUntil: '2030-11-04',
    inspectBackgroundPapersUntil: '2028-11-04',
  });
  const index = readFileSync(join(fresh.archive, 'index.html'), 'utf8');
  expect(index).toContain(
    'open to inspection until 4 November 2030 · background papers until 4 November 2028',
  );
  fresh.remove();
});
