import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestSchema } from '../../src/archive/manifest.js';
import { sha256 } from '../../src/sha256.js';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { CTRL_C, runOnTerminal } from '../support/run-on-terminal.js';
import { fold, readPdf } from '../support/read-pdf.js';

/** The life of a paper: a draft, the final version and a correction. */
let project: Project;
beforeAll(() => {
  project = copyParksProject();
  expect(project.issue('0.1').code).toBe(0);
  project.reword();
  expect(project.issue('1.0').code).toBe(0);
  project.reword();
  expect(project.issue('1.1', '--note', 'The first step is named.', '--made-at', '2024-11-01').code).toBe(0);
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
  const manifest = manifestSchema.parse(project.manifest('1.1'));
  expect(manifest).toMatchObject({
    paper: { id: 'parks-update', number: '012', title: 'Parks update', period: '2024-25-q2' },
    committee: { id: 'parks', name: 'Parks and Open Spaces Panel' },
    meeting: '2024-11-05',
    version: '1.1',
    status: 'final',
    note: 'The first step is named.',
    madeAt: '2024-11-01T00:00:00.000Z',
    previous: { version: '1.0', manifest: sha256(readText('1.0', 'manifest.json')) },
    openToInspection: { inspectReportUntil: null },
    tool: { name: 'committee-papers', node: process.versions.node },
  });
  for (const { name, bytes, sha256: hash } of manifest.outputs) {
    const file = readFileSync(project.path('1.1', name));
    expect([file.length, sha256(file)], name).toEqual([bytes, hash]);
  }
  for (const { path, sha256: hash } of manifest.inputs)
    expect(sha256(readFileSync(join(project.root, path))), path).toBe(hash);
  expect(manifest.inputs.map(({ path }) => path)).toContain('data/2024-25-q2/parks-update.yaml');
});

test('adds a line for each version to the register, in the format of sha256sum', () => {
  const lines = ['0.1', '1.0', '1.1'].map(
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
  expect(await readPdfText(project.path('1.1', 'parks-update.pdf'))).toMatch(note);
  expect(readText('1.1', 'parks-update.html').replace(/<[^>]+>/g, '')).toMatch(note);
  expect(await readPdfText(project.path('1.0', 'parks-update.pdf'))).not.toContain('Changes since');
});

test('names the last issued version in a working build', async () => {
  const built = join(project.root, 'output/2024-25-q2/parks-update/parks-update.pdf');
  expect(project.papers('build').code).toBe(0);
  expect(await readPdfText(built)).toContain('Working copy, 25 October 2024 (last issued: 1.1)');
  project.change('data/2024-25-q2/parks-update.yaml', (yaml) =>
    yaml.replace('status: final', 'status: draft'),
  );
  expect(project.papers('build').code).toBe(0);
  expect(await readPdfText(built)).toContain('Draft of 25 October 2024 (last issued: 1.1)');
  project.change('data/2024-25-q2/parks-update.yaml', (yaml) =>
    yaml.replace('status: draft', 'status: final'),
  );
});

describe('keeps the archive unchanged and', () => {
  const refused: [string, string[], string][] = [
    ['rejects a version that exists', ['1.1', '--note', 'Again.'], 'version-is-new'],
    ['rejects a version that leaves others out', ['1.3', '--note', 'On.'], 'version-comes-after'],
    ['rejects an edition that leaves one out', ['3.0', '--note', 'On.'], 'version-comes-after'],
    ['rejects a draft after a final version', ['0.2'], 'version-comes-after'],
    ['rejects an unchanged paper', ['1.2', '--note', 'Nothing.'], 'version-differs'],
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

  test('rejects a changed final version without a note or with an earlier date, and accepts 1.2 after 1.1', () => {
    project.reword();
    expect(project.issue('1.2').err).toContain('[change-is-explained]');
    expect(project.issue('1.2', '--note', 'Later.', '--made-at', '2024-10-01').err).toContain(
      '[dates-follow]',
    );
    expect(project.issue('1.2', '--note', 'Later.', '--made-at', '2024-11-02').code).toBe(0);
    expect(project.manifest('1.2').previous?.version).toBe('1.1');
  });

  test('rejects a note that the typeface cannot print', () => {
    project.reword();
    const { code, err } = project.issue('1.3', '--note', 'Corrected 😀');
    expect(err).toContain('[character-prints]');
    expect(code).toBe(1);
  });

  test('rejects another report number', () => {
    project.change('data/meetings.yaml', (yaml) => yaml.replace('number: 012', 'number: 013'));
    expect(project.issue('1.3', '--note', 'Moved.').err).toContain('[report-number-stays]');
    project.change('data/meetings.yaml', (yaml) => yaml.replace('number: 013', 'number: 012'));
  });

  test('rejects a new version if an earlier one is incomplete', () => {
    rmSync(join(project.archive, project.folder, 'v1.1/manifest.json'));
    project.reword();
    expect(project.issue('1.3', '--note', 'On top.').err).toContain('[history-is-whole]');
    expect(existsSync(project.path('1.3', 'manifest.json'))).toBe(false);
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

  test('does not issue a final version without a report number', () => {
    fresh.change('data/meetings.yaml', (yaml) => yaml.replace(', number: 012', ''));
    expect(fresh.issue('1.0').err).toMatch(/data\/meetings\.yaml:\d+.*\n.*\n.*\n.*expected: number:/);
    expect(existsSync(fresh.archive)).toBe(false);
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

test.each(['0.2', '0.10'])('does not issue %s as the first version', (version) => {
  const fresh = copyParksProject();
  const { code, err } = fresh.issue(version);
  expect(err).toContain(`${version} would be the first version`);
  expect(err).toContain('expected: 0.1, or 1.0 for a final version');
  expect(code).toBe(1);
  expect(existsSync(join(fresh.root, 'output'))).toBe(false);
  fresh.remove();
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

describe('a correction', () => {
  let fresh: Project;
  beforeAll(() => {
    fresh = copyParksProject();
    fresh.change('data/organisation.yaml', (yaml) => `${yaml}notice: { days: 5, working-days: true }\n`);
    fresh.change('data/2024-25-q2/parks-update.yaml', (yaml) => `${yaml}published: 2024-10-28\n`);
    expect(fresh.issue('1.0').code).toBe(0);
    fresh.reword();
  });
  afterAll(() => fresh.remove());
  const correct = (...more: string[]) => fresh.papers('issue', '--as', '1.1', '--note', 'A word.', ...more);
  const publish = (from: string, to: string): void =>
    fresh.change('data/2024-25-q2/parks-update.yaml', (yaml) => yaml.replace(from, to));

  test('does not take over the date of the version before', () => {
    const { code, err } = correct();
    expect(err).toContain('the paper has the date of version 1.0, 25 October 2024  [correction-is-dated]');
    expect(err).toContain('expected: the day of the correction, as made-at: in the paper or as --made-at');
    expect(code).toBe(1);
    expect(correct('--made-at', '2024-10-24').err).toContain('[dates-follow]');
  });

  test('has its own day of publication, which the notice of the meeting judges', () => {
    const { err } = correct('--made-at', '2024-10-30');
    expect(err).toContain(
      'the paper was published on 28 October 2024, but version 1.0 was published on 28 October 2024  [correction-is-published]',
    );
    publish('published: 2024-10-28', 'published: 2024-10-30');
    expect(correct('--made-at', '2024-10-30').err).toMatch(
      /3 clear working days between publication on 30 October 2024 .*\[published-in-time\]/,
    );
    publish('published: 2024-10-30', 'published: 2024-10-30\nurgency: The figure for benches was wrong.');
    expect(correct('--made-at', '2024-10-30', '--dry-run')).toMatchObject({ code: 0 });
    publish('\nurgency: The figure for benches was wrong.', '');
    publish('published: 2024-10-30', 'published: 2024-10-28');
  });

  test('of the same day states that day', () => {
    expect(correct('--made-at', '2024-10-25').code).toBe(0);
  });
});

describe('--dry-run', () => {
  let fresh: Project;
  beforeAll(() => {
    fresh = copyParksProject();
  });
  afterAll(() => fresh.remove());

  test('prints what would be written, and writes nothing', () => {
    const { code, out } = fresh.issue('1.0', '--dry-run');
    expect(out).toContain(
      'version 1.0 of report 012, Parks update (Parks and Open Spaces Panel, 2024-11-05)',
    );
    expect(out).toMatch(/adds .*v1\.0: .*parks-update\.pdf.*manifest\.json/);
    expect(out).toMatch(/writes .*register\.txt, .*index\.html/);
    expect(out).toContain('This was a dry run: nothing was issued.');
    expect(code).toBe(0);
    expect(existsSync(join(fresh.root, 'output'))).toBe(false);
    const json = JSON.parse(fresh.issue('1.0', '--dry-run', '--json').out) as { manifest: string };
    expect(json).toMatchObject({
      issued: false,
      dryRun: true,
      folder: `output/archive/${fresh.folder}/v1.0`,
    });
    expect(fresh.issue('1.0').code).toBe(0);
    expect(json.manifest).toBe(sha256(readFileSync(fresh.path('1.0', 'manifest.json'))));
  });

  test('prints what refuses it, with the exit code of a refusal', () => {
    const { code, out, err } = fresh.issue('1.0', '--dry-run');
    expect(err).toContain('[version-is-new]');
    expect(out).toContain('Nothing was issued.');
    expect(code).toBe(1);
  });
});

describe('on a terminal', () => {
  let fresh: Project;
  beforeAll(() => {
    fresh = copyParksProject();
  });
  afterAll(() => fresh.remove());
  const args = (version: string, ...more: string[]): string[] => [
    'issue',
    '--as',
    version,
    '--root',
    fresh.root,
    ...more,
  ];

  test.each([
    ['no', 'n'],
    ['Enter', '\r'],
    ['Ctrl-C', CTRL_C],
  ])('asks before a final version, and issues nothing after %s', (_name, keys) => {
    const { code, screen } = runOnTerminal(args('1.0'), [['Issue this final version?', keys]], fresh.root);
    expect(screen).toContain('An issued version never changes.');
    expect(screen).toContain('Nothing was issued.');
    expect(code).toBe(1);
    expect(existsSync(fresh.archive)).toBe(false);
  });

  test('asks nothing before a draft or with --yes, and issues after yes', () => {
    expect(runOnTerminal(args('0.1'), [], fresh.root).code).toBe(0);
    fresh.reword();
    expect(runOnTerminal(args('1.0'), [['Issue this final version?', 'y']], fresh.root).code).toBe(0);
    fresh.reword();
    const correction = args('1.1', '--note', 'A word.', '--made-at', '2024-10-26', '--yes');
    expect(runOnTerminal(correction, [], fresh.root).code).toBe(0);
  });
});

describe('a draft without a report number', () => {
  let fresh: Project;
  beforeAll(() => {
    fresh = copyParksProject();
    fresh.change('data/meetings.yaml', (yaml) => yaml.replace(', number: 012', ''));
    expect(fresh.issue('0.1').code).toBe(0);
  });
  afterAll(() => fresh.remove());
  const UNNUMBERED = 'parks/2024-11-05/unnumbered-parks-update';
  const readPage = (name: string): string => readFileSync(join(fresh.archive, name), 'utf8');

  test('has a folder without a number, and is kept off the index', () => {
    expect(readdirSync(join(fresh.archive, UNNUMBERED))).toEqual(['v0.1']);
    expect(readPage('index.html')).not.toMatch(/Parks update|drafts\.html/);
    expect(readPage('drafts.html')).toContain('Without a number: Parks update');
    expect(fresh.papers('verify')).toMatchObject({ code: 0, err: '' });
    expect(fresh.papers('archive').out).toContain('parks  –  parks-update  0.1  draft');
  });

  test('is the history of the numbered paper that follows', () => {
    fresh.reword();
    expect(fresh.issue('0.2').code).toBe(0);
    fresh.change('data/meetings.yaml', (yaml) =>
      yaml.replace('{ title: Parks update', '{ title: Parks update, number: 012'),
    );
    expect(fresh.issue('0.1').err).toContain('[version-is-new]');
    fresh.reword();
    expect(fresh.issue('0.3').code).toBe(0);
    fresh.reword();
    expect(fresh.issue('1.0').code).toBe(0);
    expect(fresh.manifest('0.3').previous?.version).toBe('0.2');
    expect(fresh.manifest('1.0').previous?.version).toBe('0.3');
    expect(readPage(`${UNNUMBERED}/notice-v0.2.html`)).toContain(
      'href="../012-parks-update/v1.0/parks-update.html"',
    );
    expect(readPage('index.html')).not.toContain('>0.3<');
    expect(readPage('drafts.html').match(/<article>/g)).toHaveLength(1);
    expect(fresh.papers('verify')).toMatchObject({ code: 0, err: '' });
    for (const page of ['index.html', 'drafts.html'])
      for (const [, link = ''] of readPage(page).matchAll(/href="([^"#]+)"/g))
        expect(existsSync(join(fresh.archive, link)), link).toBe(true);
  });

  test('cannot follow a version with a number', () => {
    fresh.change('data/meetings.yaml', (yaml) => yaml.replace(', number: 012', ''));
    const { err } = fresh.issue('1.1', '--note', 'No number.');
    expect(err).toContain('[report-number-given]');
    expect(err).toContain('it has no number now  [report-number-stays]');
  });

  test('is missed by the verification of the chain if it is gone', () => {
    rmSync(join(fresh.archive, UNNUMBERED, 'v0.2'), { recursive: true });
    const { code, err } = fresh.papers('verify', 'all', '--no-rebuild');
    expect(err).toMatch(/v0\.2: error: was issued but is missing/);
    expect(err).toMatch(
      /012-parks-update\/v0\.3\/manifest\.json: error: names draft 0\.2 as the previous version/,
    );
    expect(code).toBe(1);
  });
});
