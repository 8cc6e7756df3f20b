import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listOutputTexts } from '../support/list-output-texts.js';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

const PAPER = 'data/2031-32-q2/depot-contract.yaml';
const PUBLIC = 'output/2031-32-q2/depot-contract';
const EXEMPT = 'output/exempt/2031-32-q2/depot-contract';

/** Words and numbers of the invented paper that only its exempt parts have. */
const SECRETS = [
  ...['Corvid', 'corvid', 'Halloway', 'halloway', 'Ferncliff', 'Wexcombe', 'tardy', 'nobody for the tyres'],
  ...['Counsel', 'agreed to', 'gone down', 'longer one', 'lowest price', 'Interview', 'forgot'],
  ...['1234567', '1,234,567', '1377001', '1,377,001', '187654', '187,654', '48,213', '1254867', '1,254,867'],
  ...['314.15', '2718.28', '2,718.28', '161.80', '161.8', '71.25', '68.5', '2611568', '2,611,568'],
];

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/papers/depot-contract');
});
afterEach(() => copy.remove());

function build(...args: string[]): { out: string; err: string } {
  const { code, out, err } = runPapers(['build', '--root', copy.root, ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return { out, err };
}

async function readText(path: string): Promise<string> {
  return (await readPdf(readFileSync(join(copy.root, path)))).body;
}

/** Finds the exempt words in the files of a folder, in every text that a reader can get out of them, and in their names. */
async function findSecrets(folder: string, secrets: readonly string[]): Promise<string[]> {
  const texts = await listOutputTexts(join(copy.root, folder));
  expect(texts.size).toBeGreaterThan(15);
  return [...texts].flatMap(([name, text]) =>
    secrets.filter((secret) => `${name}\n${text}`.includes(secret)).map((secret) => `${name}: ${secret}`),
  );
}

/** Writes the sources inside a PDF into a project of their own. */
async function unpackSources(folder: string): Promise<Copy> {
  const unpacked = copyProject('tests/papers/depot-contract');
  unpacked.remove();
  for (const [name, text] of await listOutputTexts(join(copy.root, folder))) {
    const [, path] = /sources\.zip\/(.+)$/.exec(name) ?? [];
    if (path !== undefined) unpacked.write(path, text);
  }
  return unpacked;
}

test('builds a public edition that has nothing exempt in any of its files', async () => {
  build();
  expect(await findSecrets(PUBLIC, SECRETS)).toEqual([]);
  expect((await findSecrets(EXEMPT, SECRETS)).length).toBeGreaterThan(SECRETS.length);
});

test('keeps the numbers of the parts that the public edition leaves out', async () => {
  build();
  const [open, whole] = [
    await readText(`${PUBLIC}/depot-contract.pdf`),
    await readText(`${EXEMPT}/depot-contract.pdf`),
  ];
  const cited = 'Paragraph 3 has the prices, and Table 3 and Figure 2 compare them.';
  for (const text of [open, whole]) {
    expect(text).toContain(cited);
    expect(text).toContain('Table 5 has the next steps');
    expect(text).toContain('2 A visit is half a day');
  }
});

test('says in place of each exempt part that it is left out, under which paragraph, and why', async () => {
  build();
  const text = await readText(`${PUBLIC}/depot-contract.pdf`);
  const reason =
    'exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972. Publishing the bids would weaken';
  expect(text).toContain(`This paragraph is not published: it is ${reason}`);
  expect(text.split(`This appendix is not published: it is ${reason}`)).toHaveLength(3);
  expect(text.replace(/\s+,/g, ',').replace(/\s+/g, ' ')).toContain(
    'This edition leaves out paragraph 3, Appendix A, Appendix B, the data',
  );
  expect(text).toContain('the contract costs [exempt]');
  expect(text).toContain('[exempt] exempt from publication');
});

test('marks every page of the exempt edition, and each exempt part in it', async () => {
  build();
  const pdf = await readPdf(readFileSync(join(copy.root, EXEMPT, 'depot-contract.pdf')));
  expect(pdf.pages.length).toBeGreaterThan(2);
  for (const { text } of pdf.pages)
    expect(text.replace(/\s+/g, ' ')).toContain('NOT FOR PUBLICATION: paragraphs 3 and 5 of Schedule 12A');
  const text = pdf.body;
  expect(text).toContain('[Exempt: paragraph 3] Corvid Plant Services asks £1,234,567');
  expect(text).toContain('[Exempt: paragraph 5] Counsel advises');
  expect(text).toContain('[Exempt: paragraph 3] Not for publication. Publishing the bids');
  const html = readFileSync(join(copy.root, EXEMPT, 'depot-contract.html'), 'utf8');
  expect(html).toContain('NOT FOR PUBLICATION: paragraphs 3 and 5 of Schedule 12A');
});

test('prints which edition each file is', () => {
  const { out } = build();
  expect(out).toContain('depot-contract.pdf (public edition)\n');
  expect(out).toContain('depot-contract.pdf (exempt edition: not for publication)\n');
});

test('builds one page for the public edition of a paper that is exempt as a whole', async () => {
  build('2031-32-q1');
  const folder = 'output/2031-32-q1/staff-review';
  const text = await readText(`${folder}/staff-review.pdf`);
  expect(text).toContain('This report is not published: it is exempt under paragraph 1 of Schedule 12A');
  const secrets = ['fitter', 'Quillfeather', 'retire', 'posts', 'deletes', '90117', '412'];
  expect(await findSecrets(folder, secrets)).toEqual([]);
  expect(await readText('output/exempt/2031-32-q1/staff-review/staff-review.pdf')).toContain('Quillfeather');
});

test('gives the same public edition again from its own sources', async () => {
  for (const period of ['2031-32-q1', '2031-32-q2']) {
    build(period);
    const paper = period === '2031-32-q1' ? 'staff-review' : 'depot-contract';
    const again = await unpackSources(`output/${period}/${paper}`);
    const run = runPapers(['build', '--root', again.root, '--json']);
    expect(run.code).toBe(0);
    const { files, exemptFiles } = JSON.parse(run.out) as { files: string[]; exemptFiles?: string[] };
    expect(exemptFiles).toBeUndefined();
    for (const file of files)
      expect(readFileSync(join(again.root, file)).equals(readFileSync(join(copy.root, file)))).toBe(true);
    again.remove();
  }
});

test('hides the exempt data of one paper in every other paper', async () => {
  copy.change('data/meetings.yaml', (text) =>
    text
      .replace('number: 5,', 'number: 5,')
      .replace(
        '      depot-contract:',
        '      staff-review: { title: Review of the depot team, number: 6, author: Head of Operations }\n      depot-contract:',
      ),
  );
  copy.write(
    'data/2031-32-q2/staff-review.yaml',
    [
      'meeting: 2031-11-13',
      'status: final',
      'made-at: 2031-11-03',
      'description: Another invented paper.',
      'header: { purpose: To note }',
      'narrative:',
      '  findings:',
      '    cost: |',
      '      Repairs cost {{measures.repair-cost.value}}, and the contract {{facts.whole-cost}}.',
      '  decisions:',
      '    ask: |',
      '      That the Committee notes this.',
      '',
    ].join('\n'),
  );
  const run = runPapers(['build', '2031-32-q2', 'staff-review', '--root', copy.root]);
  expect(run.code).toBe(0);
  const folder = 'output/2031-32-q2/staff-review';
  expect(await readText(`${folder}/staff-review.pdf`)).toContain(
    'Repairs cost [exempt], and the contract [exempt].',
  );
  const secrets = ['1234567', '1,234,567', '1254867', '187654', '187,654', '1377001', 'Halloway', 'Corvid'];
  expect(await findSecrets(folder, secrets)).toEqual([]);
});

test('suggests the right name for what is exempt and misspelt', () => {
  copy.change(PAPER, (text) =>
    text
      .replace('[bid-prices]', '[bid-price]')
      .replace('data-sets: [bids]', 'data-sets: [bid]')
      .replace('facts.contract-price', 'facts.contract-prise')
      .replace('[evaluation,', '[evaluations,'),
  );
  const { code, err } = runPapers(['check', '--root', copy.root]);
  expect(code).toBe(1);
  for (const name of ['bid-prices', 'bids', 'facts.contract-price', 'evaluation'])
    expect(err).toContain(`Did you mean "${name}"?`);
});

test('checks both editions, and says each problem once', () => {
  copy.change(PAPER, (text) => text.replace('The council received', 'TBC. The council received'));
  const { err } = runPapers(['check', '--root', copy.root, '--full']);
  expect(err.match(/^.*depot-contract\.yaml:\d+:\d+: (?:error|warning)/gm)).toHaveLength(1);
});
