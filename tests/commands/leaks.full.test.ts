import { afterEach, beforeEach, expect, test } from 'vitest';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

const PAPER = 'data/2031-32-q2/depot-contract.yaml';
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/papers/depot-contract');
});
afterEach(() => copy.remove());

const issueAs = (version: string, ...args: string[]): Run =>
  runPapers(['issue', '--as', version, '--root', copy.root, ...args]);
const issue = (...args: string[]): Run => issueAs('1.0', ...args);

test('issues both editions, and verifies both archives', () => {
  const { code, out, err } = issue();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('v1.0 (exempt edition, not for publication)\n');
  expect(out).toContain('v1.0 (public edition)\n');
  const verified = runPapers(['verify', '--root', copy.root]);
  expect({ code: verified.code, err: verified.err }).toEqual({ code: 0, err: '' });
  expect(verified.out).toContain('Exempt editions, in output/exempt/archive:\nFine: 1 version is as issued.');
  expect(verified.out).toContain('Both archives are fine.');
  expect(verified.out.match(/The sources inside each version give the same bytes/g)).toHaveLength(2);
});

const FOLDER = 'contracts/2031-11-13/5-depot-contract';
const has = (path: string): boolean => existsSync(join(copy.root, 'output', path));

test('finishes an issue that failed between the two editions', () => {
  copy.write(`output/archive/${FOLDER}`, 'This file stands in the way of the folder of the public edition.');
  const failed = issue();
  expect(failed.code).not.toBe(0);
  expect(has(`exempt/archive/${FOLDER}/v1.0/manifest.json`)).toBe(true);
  rmSync(join(copy.root, 'output/archive', FOLDER));
  rmSync(join(copy.root, 'output/exempt/archive/index.html'));
  const { code, out, err } = issue();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('issued earlier:');
  expect(has(`archive/${FOLDER}/v1.0/manifest.json`)).toBe(true);
  expect(has('exempt/archive/index.html')).toBe(true);
  expect(runPapers(['verify', '--root', copy.root]).code).toBe(0);
});

test('does not finish an issue with other files, but issues both under the next number', () => {
  expect(issueAs('0.1').code).toBe(0);
  rmSync(join(copy.root, 'output/archive'), { recursive: true });
  copy.change(PAPER, (text) => text.replace('Halloway Fleet forgot', 'Halloway Fleet left out'));
  const { code, err } = issueAs('0.1');
  expect(code).toBe(1);
  expect(err).toContain('the exempt edition of 0.1 was issued from other files or options');
  expect(has('archive')).toBe(false);
  expect(issueAs('0.2').code).toBe(0);
});

test('issues a correction of an exempt part, which the public edition does not show', () => {
  expect(issueAs('0.1').code).toBe(0);
  expect(issueAs('0.2').err).toContain('the paper says the same as draft 0.1');
  copy.change(PAPER, (text) => text.replace('Halloway Fleet forgot', 'Halloway Fleet left out'));
  const { code, out, err } = issueAs('0.2');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('changes.html in it shows what changed since 0.1: ');
  const readChanges = (archive: string): string =>
    readFileSync(join(copy.root, 'output', archive, FOLDER, 'v0.2/changes.html'), 'utf8');
  expect(readChanges('exempt/archive')).toContain('Halloway');
  expect(readChanges('archive')).not.toContain('Halloway');
});

test('shows both editions in a dry run, and writes nothing', () => {
  const { code, out } = issue('--dry-run');
  expect(code).toBe(0);
  expect(out).toContain(`adds ${copy.root}/output/exempt/archive/${FOLDER}/v1.0: depot-contract.pdf`);
  expect(out).toContain(`adds ${copy.root}/output/archive/${FOLDER}/v1.0: depot-contract.pdf`);
  expect(out).toContain('This was a dry run: nothing was issued.');
  const json = JSON.parse(issue('--dry-run', '--json').out) as Record<string, unknown>;
  expect(json).toMatchObject({
    issued: false,
    folder: `output/archive/${FOLDER}/v1.0`,
    exempt: { folder: `output/exempt/archive/${FOLDER}/v1.0` },
  });
  expect(has('')).toBe(false);
});

test('refuses a page of changes that quotes what an earlier version had in public', () => {
  const paper = readFileSync(join(copy.root, PAPER), 'utf8');
  copy.write(PAPER, paper.replace(/^exempt:\n(?: .*\n)+/m, ''));
  expect(issueAs('0.1').code).toBe(0);
  copy.write(PAPER, paper);
  const { code, err } = issueAs('0.2');
  expect(code).toBe(1);
  expect(err).toContain('the public edition has "1234567" of an exempt part: changes.html');
  expect(has('exempt')).toBe(false);
  expect(err).toContain('If an earlier version has it in public, withdraw that version first.');
  const withdraw = ['withdraw', '0.1', '--reason', 'It had prices.', '--made-at', '2031-11-03'];
  expect(runPapers([...withdraw, '--root', copy.root]).code).toBe(0);
  expect(issueAs('0.2')).toMatchObject({ code: 0, err: '' });
});

test('refuses a statement and a manifest that name what is exempt', () => {
  copy.change(PAPER, (text) =>
    text.replace(
      'description:',
      'accessibility-checked:\n  - { by: Invented team, on: 2031-11-02, what: Read the bid of Halloway aloud. }\ndescription:',
    ),
  );
  const { code, err } = issue('--note', 'The price is £1,234,567 now');
  expect(code).toBe(1);
  for (const place of ['conformance.json', 'conformance-v1.0.html'])
    expect(err).toContain(`the public edition has "Halloway" of an exempt part: ${place}`);
  for (const place of ['manifest.json', 'index.html'])
    expect(err).toContain(`the public edition has "1234567" of an exempt part: ${place}`);
  expect(has('')).toBe(false);
});

test.each<[string, string, string, (text: string) => string]>([
  [
    'an exempt figure that is typed in a public paragraph',
    '1234567',
    PAPER,
    (text) => text.replace('The council received', 'At £1,234,567 the council received'),
  ],
  [
    'an exempt figure in millions',
    '1200000',
    PAPER,
    (text) => text.replace('The council received', 'At £1.2 million the council received'),
  ],
  [
    'a name in the alternative of a chart',
    'Corvid',
    'templates/depot-contract/charts.yaml',
    (text) => text.replace('A bar for each work.', 'A bar for each work of Corvid.'),
  ],
  ['a keyword', 'Wexcombe', PAPER, (text) => text.replace('\nheader:', '\nkeywords: [Wexcombe]\nheader:')],
  ['a comment', 'Ferncliff', 'data/measures.yaml', (text) => `# Ferncliff owes the council.\n${text}`],
  [
    'the same figure in the data of another period',
    '1234567',
    'data/2031-32-q1/facts.yaml',
    (text) => text.replace('facts:', 'facts:\n  old: { label: old price, value: 1234567, unit: pounds }'),
  ],
])('refuses to issue %s', (_what, secret, path, edit) => {
  copy.change(path, edit);
  const { code, err } = issue();
  expect(code).toBe(1);
  expect(err).toContain(`the public edition has "${secret}" of an exempt part`);
  expect(existsSync(join(copy.root, 'output'))).toBe(false);
});

test('refuses a note that names what is exempt', () => {
  const { code, err } = issue('--note', 'Prices of Halloway corrected');
  expect(code).toBe(1);
  expect(err).toContain('the public edition has "Halloway" of an exempt part: the note of the version');
});

test('lets words stand in the public edition that the paper calls public', () => {
  copy.change('data/measures.yaml', (text) => `# Ferncliff owes the council.\n${text}`);
  copy.change(PAPER, (text) => text.replace('\nheader:', '\nalso-public: [Ferncliff]\nheader:'));
  expect(issue().code).toBe(0);
});

test('gives one verdict on both archives', () => {
  expect(issue().code).toBe(0);
  const verify = (...args: string[]): Run => runPapers(['verify', ...args, '--root', copy.root]);
  const folder = join(copy.root, 'output/exempt/archive', FOLDER, 'v1.0');
  expect(verify(folder)).toMatchObject({ code: 0 });
  expect(JSON.parse(verify('--json').out)).toMatchObject({ good: true, exempt: { good: true } });
  copy.write(`output/exempt/archive/${FOLDER}/v1.0/figures.csv`, 'changed');
  expect(verify(folder).code).toBe(1);
  const { code, out, err } = verify();
  expect(code).toBe(1);
  expect(out).toContain('Not both archives are as issued');
  expect(err).toContain('figures.csv');
  expect(JSON.parse(verify('--json').out)).toMatchObject({ good: false, exempt: { good: false } });
});

test('packs the public edition of a paper for the public, and says when it was withdrawn', () => {
  expect(issue().code).toBe(0);
  const pack = (...args: string[]): Run => runPapers(['pack', '2031-11-13', ...args, '--root', copy.root]);
  const readAgenda = (folder: string): string =>
    readFileSync(join(copy.root, 'output', folder, '2031-11-13/agenda.html'), 'utf8');
  expect(pack()).toMatchObject({ code: 0, err: '' });
  expect(readAgenda('packs')).toContain(`archive/${FOLDER}/v1.0/depot-contract.pdf`);
  expect(readAgenda('packs')).not.toContain('exempt');
  expect(pack('--exempt')).toMatchObject({ code: 0, err: '' });
  expect(readAgenda('exempt/packs')).toContain(`href="../../archive/${FOLDER}/v1.0/depot-contract.pdf"`);
  const withdraw = ['withdraw', '1.0', '--reason', 'It had prices.', '--made-at', '2031-11-04'];
  const { out } = runPapers([...withdraw, '--root', copy.root]);
  expect(out).toContain('Its exempt edition is not withdrawn, and stays in');
  expect(pack().err).toContain('no paper of the meeting 2031-11-13 is issued');
});

test('packs a wholly exempt paper as its public page', () => {
  copy.change(PAPER, (text) =>
    text.replace(
      /^exempt:\n(?: .*\n)+/m,
      'exempt:\n  - { paragraph: 3, public-interest: The bids are open. }\n',
    ),
  );
  expect(issue()).toMatchObject({ code: 0 });
  const packed = runPapers(['pack', '2031-11-13', '--json', '--root', copy.root]);
  expect(JSON.parse(packed.out)).toMatchObject({
    papers: [{ paper: 'depot-contract', state: 'packed', version: '1.0' }],
  });
});

const TEMPLATE = 'templates/depot-contract';

test('prints no name of an exempt data set where a public text names its row', () => {
  copy.change('data/2031-32-q2/bids.yaml', (text) => text.replace('corvid:', 'lowest:'));
  copy.change(`${TEMPLATE}/appendices/evaluation.md.hbs`, (text) =>
    text.replace('bids.corvid.', 'bids.lowest.'),
  );
  copy.change(PAPER, (text) =>
    text.replace('has the next steps.', 'has the next steps. The lowest bid is {{data.bids.lowest.price}}.'),
  );
  expect(issue()).toMatchObject({ code: 0, err: '' });
  const read = (archive: string, file: string): string =>
    readFileSync(join(copy.root, 'output', archive, FOLDER, 'v1.0', file), 'utf8');
  for (const file of ['depot-contract.html', 'figures.csv', 'document.json']) {
    expect(read('exempt/archive', file)).toContain('Corvid Plant Services');
    expect(read('archive', file)).not.toContain('Corvid Plant Services');
  }
});

test('finds a name of an exempt data set whose table stands in a public section', () => {
  copy.change(`${TEMPLATE}/appendices/evaluation.md.hbs`, (text) => text.replace('{{table "bids"}}', ''));
  copy.change(`${TEMPLATE}/sections/tender.md.hbs`, (text) => `{{table "bids"}}\n\n${text}`);
  copy.change(`${TEMPLATE}/tables.yaml`, (text) => `${text}# Wexley was late.\n`);
  copy.change('data/2031-32-q2/bids.yaml', (text) =>
    text.replace('bidder: Halloway Fleet', 'bidder: Wexley'),
  );
  const { code, err } = issue();
  expect(code).toBe(1);
  expect(err).toContain('the public edition has "Wexley" of an exempt part');
});

test('refuses a small fact that only exempt text prints, until the paper lists it', () => {
  copy.change('data/2031-32-q2/facts.yaml', (text) =>
    text.replace('  bidders:', '  axles: { label: axles that cracked, value: 83, unit: count }\n  bidders:'),
  );
  copy.change(PAPER, (text) => text.replace('for cracked axles.', 'for {{facts.axles}} cracked axles.'));
  const { code, err } = issue('--dry-run');
  expect(code).toBe(1);
  expect(err).toContain(
    'only exempt text prints "facts.axles", and the sources of the public edition have it',
  );
  expect(err).toContain('data/2031-32-q2/facts.yaml:');
  copy.change(PAPER, (text) => `also-public: ['83']\n${text}`);
  expect(issue('--dry-run')).toMatchObject({ code: 0, err: '' });
  copy.change(PAPER, (text) =>
    text.replace("also-public: ['83']\n", '').replace('facts.claim]', 'facts.claim, facts.axles]'),
  );
  expect(issue()).toMatchObject({ code: 0, err: '' });
});
