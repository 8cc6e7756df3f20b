import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '../../src/model/problem.js';
import { hashFiles } from '../support/hash-files.js';
import { fold, readPdf } from '../support/read-pdf.js';
import { readStructure } from '../support/read-structure.js';
import { CTRL_C, CTRL_U, DOWN, UP, runOnTerminal } from '../support/run-on-terminal.js';
import { runPapers, type Run } from '../support/run-papers.js';

/** An empty folder in which the user runs the commands. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papers-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PAPER = 'performance-report';
const ANSWERS = [
  ...['--authority', 'Westmarsh Fire Authority', '--committee', 'Audit Committee'],
  ...['--law', 'england-local-authority'],
  ...['--title', 'Performance report', '--period', '2031-32-q3', '--meeting', '2032-02-19'],
];

function init(...args: string[]): Run {
  return runPapers(['init', ...args], { cwd: folder });
}

/** Makes a project in `our-papers/`, and returns its path. */
function make(...args: string[]): string {
  return makeIn('our-papers', ...args);
}

function makeIn(name: string, ...args: string[]): string {
  const { code, err } = init(name, ...args);
  expect(err).toBe('');
  expect(code).toBe(0);
  return join(folder, name);
}

function findProblems(root: string): Problem[] {
  const { out } = runPapers(['check', '--root', root, '--json']);
  return (JSON.parse(out) as { problems: Problem[] }).problems;
}

/** Builds the paper, and returns its PDF. */
function build(root: string): Buffer {
  const run = runPapers(['build', '--root', root, '--json']);
  expect(run.code, run.err).toBe(0);
  const pdf = (JSON.parse(run.out) as { files: string[] }).files.find((file) => file.endsWith('.pdf'));
  return readFileSync(join(root, pdf ?? ''));
}

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

describe('the first paper', () => {
  test.each(['2031-32-q1', '2031-32-q2', '2031-32-q4', '1999-00-q4', '2099-00-q1'])(
    'has no problem in %s',
    (period) => {
      const root = make('--period', period);
      expect(findProblems(root)).toEqual([]);
      expect(existsSync(join(root, 'data', period, `${PAPER}.yaml`))).toBe(true);
      expect(readdirSync(join(root, 'data')).filter((name) => name.includes('-q'))).toHaveLength(5);
    },
  );

  test.each([
    [['--period', '2031-m09'], 'april', ['2030-m09', '2031-m03', '2031-m08', '2031-m09']],
    [['--period', '2031-32-h1'], 'april', ['2030-31-h1', '2030-31-h2', '2031-32-h1']],
    [['--period', '2031-32-year'], 'april', ['2030-31-year', '2031-32-year']],
    [['--period', '2031-q3'], 'january', ['2030-q3', '2030-q4', '2031-q1', '2031-q2', '2031-q3']],
    [['--period', '2031-32-q1', '--year-starts', 'September'], 'september', ['2030-31-q1', '2031-32-q1']],
  ])('has no problem with %j, and says what its folders are', (args, yearStarts, folders) => {
    const root = make(...args, '--meeting', '2032-11-18');
    expect(findProblems(root)).toEqual([]);
    expect(readdirSync(join(root, 'data'))).toEqual(expect.arrayContaining(folders));
    expect(parse(read(root, 'data/organisation.yaml'))).toMatchObject({ 'year-starts': yearStarts });
    const readme = read(root, 'README.md');
    expect(readme).toContain(`data/${folders.at(-1) ?? ''}/complaints.csv`);
    if (!folders.at(-1)?.includes('-q')) expect(readme).not.toContain('quarter');
    expect(runPapers(['explain', 'satisfied.change', '--root', root]).out).toContain('71%');
  });

  test('can be rolled forward in every kind of period', () => {
    const root = make('--period', '2031-32-h1', '--meeting', '2031-11-20');
    const next = runPapers(['new', '2031-32-h2', '--meeting', '2032-05-20', '--root', root]);
    expect(next.code, next.err).toBe(0);
    expect(read(root, 'data/2031-32-h2/complaints.csv')).toContain('Waiting times,,');
  });

  test('is a PDF that screen readers read, with the given names, and says that its figures are invented', async () => {
    const pdf = build(make(...ANSWERS));
    expect((await readStructure(pdf)).faults).toEqual([]);
    const { body, pages } = await readPdf(pdf);
    for (const text of ['Westmarsh Fire Authority', 'Audit Committee', '19 February 2032', '2031/32 Q3'])
      expect(body).toContain(text);
    expect(fold(body)).toContain('Its figures, people and promises are invented.');
    expect(fold(body)).toContain('rose by 5 percentage points, from 71% to 76%');
    expect(body).toMatch(/Table 1\..*Figure 1\..*Table 2\..*Complaints by category.*Table 3\..*Appendix A/s);
    expect(fold(body)).toContain('We received 186 complaints');
    expect(fold(body)).toContain('71 were about waiting times');
    for (const { text } of pages) expect(text).toContain('INVENTED FIGURES');
  });

  test('is the author’s own when two entries are deleted', async () => {
    const root = make(...ANSWERS);
    const path = join(root, 'data/2031-32-q3', `${PAPER}.yaml`);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace(/^marking: .*\n/m, '').replace(/^ {4}example: \|\n(?: {6}.*\n)+\n/m, ''),
    );
    expect(findProblems(root)).toEqual([]);
    expect((await readPdf(build(root))).body).not.toMatch(/invented/i);
  });

  test('can be rolled forward to the next quarter, which compares with the results on file', () => {
    const root = make(...ANSWERS);
    const run = runPapers(['new', '2031-32-q4', '--meeting', '2032-05-20', '--root', root]);
    expect(run.code, run.err).toBe(0);
    const survey = join(root, 'data/2031-32-q4/survey.yaml');
    const filled = readFileSync(survey, 'utf8')
      .replace(/^source:.*$/m, 'source: Service survey')
      .replaceAll('value: null, base: null', 'value: 70, base: 2400');
    writeFileSync(survey, filled);
    const rules = new Set(findProblems(root).map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(['figure-has-come', 'paragraph-is-reviewed', 'promise-is-not-overdue']);
    const { out } = runPapers(['explain', 'satisfied', '--root', root]);
    expect(out).toContain('72%'); // the result of 2030/31 Q4 in the starter
  });

  test('can be compared with its own later state', () => {
    const root = make(...ANSWERS);
    const before = makeIn('before', ...ANSWERS);
    const path = 'data/2031-32-q3/survey.yaml';
    writeFileSync(join(root, path), read(root, path).replace('value: 76', 'value: 70'));
    const { code, out } = runPapers(['diff', before, 'working', '--root', root]);
    expect(code).toBe(0);
    expect(out).toMatch(/76% .*70%|76%.*→.*70%|from 76% to 70%/s);
  });
});

describe('names', () => {
  test.each([
    ['Llanfair Fire & Rescue: "Authority" #1', "St John's - 'North' [Area] {3}", 'yes'],
    ['Bwrdd Iechyd Betsi Cadwaladr – Ynys Môn', 'NHS Panel, 3rd Floor', '2024'],
    ['*Anchors* & &aliases, !tags | > % @ `ticks`', '? {measures}', '- not: a list'],
    [`${'Name of words '.repeat(14)}end`, `${'x'.repeat(199)}y`, `${'Title of words '.repeat(13)}end`],
  ])('are printed as given: %s, %s and %s', async (authority, committee, title) => {
    const root = make(...[`--authority=${authority}`, `--committee=${committee}`, `--title=${title}`]);
    expect(findProblems(root)).toEqual([]);
    const { body, info } = await readPdf(build(root));
    for (const name of [authority, committee, title])
      expect(body.replaceAll(' ', '')).toContain(fold(name).replaceAll(' ', ''));
    expect(info['Title']).toContain(title);
    for (const file of ['package.json', '.vscode/settings.json', '.vscode/tasks.json'])
      expect(() => JSON.parse(read(root, file)) as unknown).not.toThrow();
  });

  test.each([
    ['an emoji', 'Happy Council 🎉', /cannot print "🎉"/],
    ['another script', '北京市', /cannot print "北"/],
    ['a control character', 'Coun\u0007cil', /cannot print/],
    ['an invisible character', 'Coun\u200bcil', /cannot print/],
    ['only spaces', '   ', /Write a name/],
    ['a template', '{{measures}}', /without \{\{/],
    ['201 characters', 'x'.repeat(201), /at most 200 characters. There are 201/],
  ])('are refused with %s', (_what, name, message) => {
    const { code, err } = init('our-papers', '--authority', name);
    expect([code, err]).toEqual([2, expect.stringMatching(message) as string]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['2025/26 Q1', '2025-26-q1'],
    ['Q4 2025/2026', '2025-26-q4'],
    ['2025-26-Q2', '2025-26-q2'],
    ['2025-q1', '2025-q1'],
    ['h2 2025/26', '2025-26-h2'],
    ['september 2025', '2025-m09'],
  ])('of periods can be written as %s', (typed, period) => {
    const { out } = init('our-papers', '--period', typed, '--json');
    expect(JSON.parse(out)).toMatchObject({ answers: { period } });
  });

  test.each([
    ['--period', '2025', /Did you mean 2025-26-year\? Write a period, such as 2025-m09 \(September 2025\)/],
    ['--period', '2025-27-q1', /Did you mean 2025-26-q1\?/],
    ['--period', '9999-00-q4', /a year from 1900 to 2200/],
    ['--period', '2025-26-q5', /Write a period/],
    ['--every', 'week', /Write one of month, quarter, half, year/],
    ['--year-starts', 'spring', /Write the name of a month/],
    ['--meeting', '2025-02-30', /a day that exists, as YYYY-MM-DD/],
    ['--meeting', 'next week', /a day that exists, as YYYY-MM-DD/],
    ['--example', 'mpa', /Allowed choices are tp/],
    ['--law', 'northern-ireland', /Write one of england-local-authority, england-executive, nhs-board/],
  ])('%s %s is refused', (flag, value, message) => {
    const { code, err } = init('our-papers', flag, value);
    expect([code, err]).toEqual([2, expect.stringMatching(message) as string]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a period that do not fit other options are refused', () => {
    const other = init('our-papers', '--period', '2025-m09', '--every', 'quarter');
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('Omit --every') as string]);
    const calendar = init('our-papers', '--period', '2025-26-q1', '--year-starts', 'january');
    expect([calendar.code, calendar.err]).toEqual([
      2,
      expect.stringContaining('Did you mean 2025-q1?') as string,
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('and dates that are not given are invented, from the day of the command, and listed', () => {
    const { out } = runPapers(['init', 'our-papers'], {
      cwd: folder,
      env: { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 4, 12) / 1000) },
    });
    expect(out).toMatch(/These names and dates are invented too/);
    expect(out).toMatch(/authority +Northmere Borough Council +data\/organisation\.yaml/);
    expect(out).toMatch(/period +2025-26-q4 /);
    expect(out).toMatch(/meeting +2026-06-04 /);
  });

  test('that are all given are not called invented', () => {
    const { out } = init('our-papers', ...ANSWERS);
    expect(out).toContain('Made a project for Westmarsh Fire Authority in our-papers');
    expect(out).toContain('Its figures, people and promises are invented examples');
    expect(out).not.toContain('These names and dates');
  });
});

test.each([
  ['england-local-authority', '2032-02-11'],
  ['scotland', '2032-02-13'],
  ['none', '2032-02-18'],
])('with the law %s has a paper that is published on %s at the latest', (law, published) => {
  const root = make(...ANSWERS, '--law', law);
  expect(parse(read(root, 'data/organisation.yaml'))).toMatchObject({ law });
  expect(read(root, `data/2031-32-q3/${PAPER}.yaml`)).toContain(`made-at: ${published}`);
  expect(findProblems(root)).toEqual([]);
});

test.each(['Survey', 'Theme', 'Facts'])('of a paper that another file has get an addition: %s', (title) => {
  const root = make('--title', title);
  expect(findProblems(root)).toEqual([]);
  expect(existsSync(join(root, 'templates', `${title.toLowerCase()}-report`, 'paper.yaml'))).toBe(true);
});

describe('files', () => {
  test('can be in a new folder with spaces, below another new folder', () => {
    const root = makeIn('our papers/2031 & after');
    expect(findProblems(root)).toEqual([]);
  });

  test('can be in the current folder', () => {
    const { code, out } = init();
    expect(code).toBe(0);
    expect(out).not.toContain('cd ');
    expect(findProblems(folder)).toEqual([]);
  });

  test('are never overwritten: all in the way are listed, and nothing is written', () => {
    const root = join(folder, 'our-papers');
    mkdirSync(join(root, 'data'), { recursive: true });
    for (const name of ['README.md', 'data/meetings.yaml', 'notes.txt'])
      writeFileSync(join(root, name), 'mine');
    const before = hashFiles(root);
    const { code, err } = init('our-papers');
    expect(code).toBe(2);
    expect(err).toContain('2 files are in the way in our-papers, and files are never overwritten:');
    expect(err).toMatch(/^ {2}README\.md$/m);
    expect(err).toMatch(/^ {2}data\/meetings\.yaml$/m);
    expect(err).toContain('--keep-existing');
    expect(hashFiles(root)).toEqual(before);
  });

  test('that exist are kept with --keep-existing, and the others are written', () => {
    const root = join(folder, 'our-papers');
    mkdirSync(root);
    writeFileSync(join(root, 'README.md'), 'mine');
    const { code, out } = init('our-papers', '--keep-existing');
    expect(code).toBe(0);
    expect(out).toContain('kept README.md unchanged');
    expect(read(root, 'README.md')).toBe('mine');
    expect(findProblems(root)).toEqual([]);
  });

  test('of an earlier init are all in the way of a second one', () => {
    const root = make();
    const before = hashFiles(root);
    const { code, err } = init('our-papers');
    expect(code).toBe(2);
    expect(err).toMatch(/and \d+ more$/m);
    expect(hashFiles(root)).toEqual(before);
  });

  test('include no package.json if there is one: it says what to add', () => {
    const mine = '{ "name": "mine" }';
    writeFileSync(join(folder, 'package.json'), mine);
    const { code, out } = init();
    expect(code).toBe(0);
    expect(read(folder, 'package.json')).toBe(mine);
    expect(out).toContain('kept package.json unchanged');
    expect(out).toContain('npm pkg set scripts.preview="committee-papers preview"');
  });

  test('are not written if a file is where a folder should be', () => {
    writeFileSync(join(folder, 'data'), 'mine');
    const { code, err } = init();
    expect([code, err]).toEqual([2, expect.stringContaining('  data/2') as string]);
    writeFileSync(join(folder, 'a-file'), 'mine');
    const below = init('a-file/below');
    expect([below.code, below.err]).toEqual([
      1,
      expect.stringMatching(/is a file, but a folder is needed/) as string,
    ]);
    expect(readdirSync(folder).sort()).toEqual(['a-file', 'data']);
  });
});

describe('the settings of a new project', () => {
  test('find a schema for every YAML file', () => {
    const root = make(...ANSWERS);
    const settings = JSON.parse(read(root, '.vscode/settings.json')) as {
      'yaml.schemas': Record<string, string>;
    };
    const schemas = Object.entries(settings['yaml.schemas']);
    for (const [schema] of schemas) expect(existsSync(join(root, schema)), schema).toBe(true);
    const patterns = schemas.map(([, pattern]) => new RegExp(`^${pattern.replaceAll('*', '[^/]+')}$`));
    const listed = Object.keys(hashFiles(root)).filter((path) => path.endsWith('.yaml'));
    const without = listed.filter((path) => !patterns.some((pattern) => pattern.test(path)));
    expect(without).toEqual([`data/2031-32-q3/${PAPER}.yaml`]); // its own first line names its schema
    for (const path of listed) {
      const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(root, path)) ?? [];
      expect(existsSync(resolve(join(root, path), '..', schema)), path).toBe(true);
    }
    expect(read(root, 'schemas/tables.schema.json')).toContain('"const": "satisfied"');
  });

  test('match the problems that papers check prints', () => {
    const root = make(...ANSWERS);
    const path = 'data/2031-32-q3/survey.yaml';
    writeFileSync(join(root, path), read(root, path).replace('value: 76', 'value: 76%'));
    const { err } = runPapers(['check', '--full'], { cwd: root });
    const { tasks } = JSON.parse(read(root, '.vscode/tasks.json')) as {
      tasks: { problemMatcher: { pattern: Record<string, string | number> } }[];
    };
    const pattern = tasks[0]?.problemMatcher.pattern ?? {};
    const regExp = new RegExp(String(pattern['regexp']));
    const matches = err.split('\n').flatMap((line) => {
      const match = regExp.exec(line);
      return match ? [match] : [];
    });
    const [first] = matches;
    expect(matches).toHaveLength(Number(/^(\d+) error/m.exec(err)?.[1]));
    expect(first?.[Number(pattern['file'])]).toBe(path);
    expect(Number(first?.[Number(pattern['line'])])).toBeGreaterThan(3);
    expect(first?.[Number(pattern['severity'])]).toBe('error');
    expect(first?.[Number(pattern['code'])]).toBe('value-fits');
  });

  test.skipIf(process.platform === 'win32')(
    'check, build and compare the paper on GitHub with commands that work',
    () => {
      const root = make(...ANSWERS);
      makeIn('our-papers/base', ...ANSWERS);
      const path = `data/2031-32-q3/${PAPER}.yaml`;
      writeFileSync(join(root, path), read(root, path).replace('Existing budgets pay', 'A grant pays'));
      const workflow = parse(read(root, '.github/workflows/papers.yml')) as {
        jobs: { papers: { steps: { name?: string; run?: string; uses?: string }[] } };
      };
      const steps = workflow.jobs.papers.steps.filter(({ name, run }) => run && !name?.startsWith('Install'));
      expect(steps).toHaveLength(4);
      // The shell splits $PAPERS at spaces, which the path of this repository may have.
      const program = join(folder, 'papers.sh');
      const start = `exec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"`;
      writeFileSync(program, `#!/bin/sh\n${start}\n`, { mode: 0o755 });
      for (const { name, run = '' } of steps) {
        const { status, stderr, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', run], {
          cwd: root,
          env: { ...process.env, PAPERS: program },
          encoding: 'utf8',
        });
        expect([name, status, stderr]).toEqual([name, 0, '']);
        expect(stdout).not.toContain('::notice::');
      }
      expect(JSON.parse(read(root, 'problems.sarif'))).toMatchObject({ version: '2.1.0' });
      expect(read(root, 'output/changes.html')).toContain('A grant');
      expect(existsSync(join(root, 'output/2031-32-q3', PAPER, `${PAPER}.pdf`))).toBe(true);
    },
  );
});

test('copies the reference project as an example', () => {
  const root = make('--example', 'tp');
  for (const path of [
    'data/organisation.yaml',
    'templates/theme/page.css',
    'templates/tp-thematic-performance/paper.yaml',
  ])
    expect(read(root, path)).toBe(readFileSync(path, 'utf8'));
  expect(findProblems(root)).toEqual([]);
  expect(existsSync(join(root, '.gitignore'))).toBe(true);
});

test('refuses --root, because the project is still to be made', () => {
  const { code, err } = runPapers(['--root', 'elsewhere', 'init'], { cwd: folder });
  expect([code, err]).toEqual([
    2,
    expect.stringContaining('Name its folder: papers init our-papers') as string,
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test('refuses an example with names of another authority', () => {
  const { code, err } = init('tp', '--example', 'tp', '--title', 'Mine');
  expect([code, err]).toEqual([2, expect.stringContaining('an example has its own authority') as string]);
});

describe.skipIf(process.platform === 'win32')('on a terminal', () => {
  test('asks for what is not given, and suggests answers', () => {
    const { code, screen } = runOnTerminal(
      ['init', 'our-papers', '--title', 'Complaints: a review'],
      [
        ['The name of your authority', 'Kestrel Health Board\r'],
        ['The committee that receives the paper', `${CTRL_U}Board\r`],
        ['The law on access to its meetings', `${DOWN}${DOWN}\r`],
        ['How often', '\r'],
        ['your years start', '\r'],
        ['The first quarter', '\r'],
        ['The day of the meeting', '\r'],
      ],
      folder,
      { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 4, 12) / 1000) },
    );
    expect(code, screen).toBe(0);
    expect(screen).not.toContain('The title of the paper');
    expect(screen).toContain('Made a project for Kestrel Health Board in our-papers');
    const root = join(folder, 'our-papers');
    expect(parse(read(root, 'data/organisation.yaml'))).toMatchObject({
      name: 'Kestrel Health Board',
      short: 'KHB',
      law: 'nhs-board',
      committees: { board: 'Board' },
    });
    expect(existsSync(join(root, 'data/2025-26-q4/complaints-a-review.yaml'))).toBe(true);
    expect(findProblems(root)).toEqual([]);
  });

  test('asks for months of a year that starts in September', () => {
    const { code, screen } = runOnTerminal(
      [
        'init',
        'our-papers',
        '--authority',
        'Kestrel Health Board',
        '--committee',
        'Board',
        '--title',
        'Scorecard',
      ],
      [
        ['The law on access to its meetings', '\r'],
        ['How often', `${UP}\r`],
        ['your years start', `${UP}\r`],
        ['such as September', 'September\r'],
        ['The first month', `${UP}${UP}\r`],
        ['such as 2026-m04', '2025-26-q1\r'],
        ['2025-26-q1 is no month', `${CTRL_U}2025-m11\r`],
        ['The day of the meeting', '\r'],
      ],
      folder,
      { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 4, 12) / 1000) },
    );
    expect(code, screen).toBe(0);
    const root = join(folder, 'our-papers');
    expect(read(root, 'data/organisation.yaml')).toContain('year-starts: september');
    expect(existsSync(join(root, 'data/2025-m11/scorecard.yaml'))).toBe(true);
  });

  test('asks again after an answer that is not valid', () => {
    const { code, screen } = runOnTerminal(
      ['init', 'our-papers', ...ANSWERS.slice(0, -2)],
      [
        ['The day of the meeting', `${CTRL_U}soon\r`],
        ['Write a day that exists', `${CTRL_U}2032-02-19\r`],
      ],
      folder,
    );
    expect(code, screen).toBe(0);
    expect(read(join(folder, 'our-papers'), 'data/meetings.yaml')).toContain('2032-02-19');
  });

  test('leaves nothing behind after Ctrl-C', () => {
    const { code, screen } = runOnTerminal(
      ['init', 'our-papers'],
      [
        ['The name of your authority', 'Kestrel Health Board\r'],
        ['The committee that receives the paper', CTRL_C],
      ],
      folder,
    );
    expect([code, screen]).toEqual([130, expect.stringContaining('Nothing was made.') as string]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('asks nothing with --yes', () => {
    const { code, screen } = runOnTerminal(['init', 'our-papers', '--yes'], [], folder);
    expect([code, screen]).toEqual([0, expect.not.stringContaining('The name of your authority') as string]);
  });
});
