import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSealed } from '../../src/archive/pages/render-sealed-page.js';
import { statementSchema, type Statement } from '../../src/archive/statement/statement-schema.js';
import type { Problem } from '../../src/model/problem.js';
import { sha256 } from '../../src/sha256.js';
import { copyParksProject, type Project } from '../support/issue-papers.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';

let project: Project;
beforeEach(() => {
  project = copyParksProject();
});
afterEach(() => project.remove());

function readStatement(version: string): Statement {
  return statementSchema.parse(JSON.parse(readFileSync(project.path(version, 'conformance.json'), 'utf8')));
}

function readPage(version: string): string {
  return readFileSync(project.path(version, `conformance-v${version}.html`), 'utf8');
}

/** One profile of a report in the format of veraPDF 1.30.2. */
interface Profile {
  profileName: string;
  brokenRule?: { clause: string; description: string; failedChecks: number };
}

const BOTH: Profile[] = [
  { profileName: 'PDF/A-3a validation profile' },
  { profileName: 'PDF/UA-1 validation profile' },
];

/**
 * Writes a program that takes veraPDF's arguments and prints its report. It stands for veraPDF, which needs Java: `npm run
 * conformance` issues papers with veraPDF itself. `added` is a number of bytes by which the report states another size.
 */
function writeValidator(profiles: Profile[], added = 0): string {
  const path = join(project.root, 'validator.mjs');
  const results = profiles.map(({ profileName, brokenRule }) => ({
    details: {
      passedRules: 100,
      failedRules: brokenRule ? 1 : 0,
      passedChecks: 5000,
      failedChecks: brokenRule?.failedChecks ?? 0,
      ruleSummaries: brokenRule ? [brokenRule] : [],
    },
    jobEndStatus: 'normal',
    profileName,
    statement: 'invented',
    compliant: !brokenRule,
  }));
  writeFileSync(
    path,
    `import { statSync } from 'node:fs';
const args = process.argv.slice(2);
if (args.slice(0, 4).join(' ') !== '--flavour 0 --format json') throw new Error(args.join(' '));
const size = statSync(args[4]).size + ${added};
const buildInformation = { releaseDetails: [{ id: 'core', version: '0.0.1' }, { id: 'apps', version: '9.8.7' }] };
const job = { itemDetails: { name: args[4], size }, validationResult: ${JSON.stringify(results)} };
console.log(JSON.stringify({ report: { buildInformation, jobs: [job] } }));
`,
  );
  return `"${process.execPath}" "${path}"`;
}

function issueWith(validator: string): { code: number | null; problems: Problem[] } {
  const { code, out } = project.issue('0.1', '--validator', validator, '--json');
  return { code, problems: (JSON.parse(out) as { problems: Problem[] }).problems };
}

test('states the standards of every version, and that no validator was run', () => {
  expect(project.issue('0.1').code).toBe(0);
  const pdf = readFileSync(project.path('0.1', 'parks-update.pdf'));
  expect(readStatement('0.1')).toMatchObject({
    version: '0.1',
    file: { name: 'parks-update.pdf', bytes: pdf.length, sha256: sha256(pdf) },
    standards: ['ua-1', 'a-3a'],
    validation: null,
    checkedByPeople: [],
  });
  const page = readPage('0.1');
  expect(isSealed(page)).toBe(true);
  expect(page).toContain('No validator was run on this file');
  expect(page).toContain('No check by a person is recorded');
  expect(page).toContain(sha256(pdf));
});

test('links the statement from the list of drafts, and leads from there to the paper and back', () => {
  expect(project.issue('0.1').code).toBe(0);
  const index = readFileSync(join(project.archive, 'drafts.html'), 'utf8');
  expect(index).toContain(`href="${project.folder}/v0.1/conformance-v0.1.html"`);
  expect(index).toContain(`href="${project.folder}/v0.1/parks-update.html"`);
  expect(readPage('0.1')).toContain('href="parks-update.pdf"');
  expect(readPage('0.1')).toContain('href="../../../../index.html"');
});

test('lists the checks by people that the paper states', () => {
  project.change(PAPER, (text) =>
    text.replace(
      'description:',
      'accessibility-checked:\n  - { by: Invented team, on: 2024-10-24, what: Read aloud from start to end. }\ndescription:',
    ),
  );
  expect(project.issue('0.1').code).toBe(0);
  expect(readPage('0.1')).toContain('Invented team, 24 October 2024: Read aloud from start to end.');
  expect(readStatement('0.1').checkedByPeople).toEqual([
    { by: 'Invented team', on: '2024-10-24', what: 'Read aloud from start to end.' },
  ]);
});

test('runs a validator on the very file, and states its version and result', () => {
  expect(issueWith(writeValidator(BOTH))).toEqual({ code: 0, problems: [] });
  expect(readStatement('0.1').validation).toMatchObject({
    validator: { name: 'veraPDF', version: '9.8.7' },
    results: [
      { standard: 'ua-1', isCompliant: true, passedRules: 100, failedRules: 0 },
      { standard: 'a-3a', isCompliant: true, passedRules: 100, failedRules: 0 },
    ],
  });
  expect(readPage('0.1')).toContain('veraPDF 9.8.7 checked this very file. It found no fault.');
  expect(project.papers('verify').code).toBe(0);
});

test.each([
  {
    name: 'finds a broken rule',
    write: () =>
      writeValidator([
        { profileName: 'PDF/A-3a validation profile' },
        {
          profileName: 'PDF/UA-1 validation profile',
          brokenRule: { clause: '7.1', description: 'An invented rule', failedChecks: 3 },
        },
      ]),
    rule: 'validator-finds-nothing',
    message: 'PDF/UA-1, 7.1: An invented rule (3 times)',
  },
  {
    name: 'checks only one of the standards',
    write: () => writeValidator(BOTH.slice(0, 1)),
    rule: 'validator-reports',
    message: 'the validator did not check PDF/UA-1',
  },
  {
    name: 'reports on a file of another size',
    write: () => writeValidator(BOTH, 1),
    rule: 'validator-reports',
    message: 'the validator checked a file of',
  },
  {
    name: 'prints something else',
    write: () => 'echo',
    rule: 'validator-reports',
    message: 'the validator gave no report in the format of veraPDF (JSON)',
  },
  {
    name: 'does not exist',
    write: () => 'no-such-validator-here',
    rule: 'validator-reports',
    message: 'the validator gave no report in the format of veraPDF (JSON)',
  },
])('issues nothing if the validator $name', ({ write, rule, message }) => {
  const { code, problems } = issueWith(write());
  expect(code).toBe(1);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ rule });
  expect(problems[0]?.message).toContain(message);
  expect(project.papers('list', '--json').out).not.toContain('"0.1"');
});

test('verifies the statement like any other file of a version', () => {
  expect(project.issue('0.1').code).toBe(0);
  expect(project.papers('verify').code).toBe(0);
  const path = project.path('0.1', 'conformance-v0.1.html');
  writeFileSync(path, readPage('0.1').replace('No validator was run', 'A validator was run'));
  const { code, out, err } = project.papers('verify');
  expect(code).toBe(1);
  expect(out + err).toContain('conformance-v0.1.html');
});

test('gives the same bytes for the same inputs', () => {
  expect(project.issue('0.1').code).toBe(0);
  const first = [readPage('0.1'), readFileSync(project.path('0.1', 'conformance.json'), 'utf8')];
  const other = copyParksProject();
  try {
    expect(other.issue('0.1').code).toBe(0);
    const second = ['conformance-v0.1.html', 'conformance.json'].map((name) =>
      readFileSync(other.path('0.1', name), 'utf8'),
    );
    expect(second).toEqual(first);
  } finally {
    other.remove();
  }
});

test('leaves the checks by people out of the next paper', () => {
  project.change(PAPER, (text) =>
    text.replace(
      'description:',
      'accessibility-checked:\n  - { by: Invented team, on: 2024-10-24, what: Read aloud. }\ndescription:',
    ),
  );
  expect(project.papers('new', '2024-25-q3', '--meeting', '2025-02-04').code).toBe(0);
  expect(readFileSync(join(project.root, 'data/2024-25-q3/parks-update.yaml'), 'utf8')).not.toContain(
    'Invented team',
  );
});
