import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

let copy: Copy;
afterEach(() => copy.remove());

function list(...args: string[]): Run {
  return runPapers(['list', ...args, '--root', copy.root]);
}

test('lists every paper with its status, its report number and its meeting', () => {
  copy = copyProject('tests/papers/parks-update');
  expect(list().out).toMatch(
    /^Period +Paper +Status +Report +Meeting\n2024-25-q2 +parks-update +final +012 +5 November 2024\n$/,
  );
  expect(JSON.parse(list('--json').out)).toEqual({
    papers: [
      { period: '2024-25-q2', paper: 'parks-update', status: 'final', meeting: '2024-11-05', number: '012' },
    ],
  });
});

test('lists the papers of a meeting with numbers, titles and statuses, and the deadline', () => {
  copy = copyProject('.');
  const { out, code } = list('--meeting', '2009-04-02');
  expect(code).toBe(0);
  expect(out).toContain('2 April 2009, Strategic and Operational Policing Committee\n');
  expect(out).toContain('Publish by 25 March 2009: 5 clear working days before the meeting\n');
  expect(out).toMatch(/\n8 +tp-thematic-performance +TP thematic performance report +final +– +\S+ +0 +\d+/);
  expect(out).toMatch(/\n– +headline-performance +Headline Performance Report +not on file +– +–\n/);
});

test('counts the errors and warnings of each paper, and prints the first of them', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text
      .replace('words facts.benches', 'words facts.bench')
      .replace('{{facts.benches}}', '{{facts.bench}}')
      .replace('header:', 'published: 2024-10-30\nheader:'),
  );
  const { out } = list('--meeting', '2024-11-05');
  expect(out).not.toContain('Publish by'); // this authority requires no notice
  expect(out).toMatch(/\n012 +parks-update +Parks update +final +30 October 2024 +– +2 +0\n/);
  expect(out).toContain(
    `\nparks-update:\n  error: facts has no "bench"  (${join(copy.root, 'data/2024-25-q2/parks-update.yaml')}:`,
  );
  const { papers } = JSON.parse(list('--meeting', '2024-11-05', '--json').out) as { papers: object[] };
  expect(papers).toMatchObject([
    {
      paper: 'parks-update',
      number: '012',
      status: 'final',
      period: '2024-25-q2',
      errors: 2,
      published: '2024-10-30',
    },
    { paper: 'tree-plan', number: '12a', status: 'not on file', period: null, errors: 0 },
  ]);
});

test('lists a paper that cannot be read, and one that the meeting does not list', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/2024-25-q2/parks-update.yaml', (text) => text.replace('status: final', 'status: [final'));
  expect(list().out).toMatch(/parks-update +cannot be read +– +–\n/);
  expect(list('--meeting', '2024-11-05').out).toMatch(/\n012 +parks-update +Parks update +cannot be read/);
  copy.change('data/2024-25-q2/parks-update.yaml', (text) => text.replace('status: [final', 'status: final'));
  copy.change('data/meetings.yaml', (text) => text.replace('parks-update:', 'other-paper:'));
  const { out } = list('--meeting', '2024-11-05');
  expect(out).toMatch(/parks-update +\(not listed in data\/meetings\.yaml\) +final/);
  expect(out).toContain('does not list the paper "parks-update"');
});

test('lists a paper that follows the agenda as "to follow"', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/meetings.yaml', (text) => text.replace('number: 12a,', 'number: 12a, to-follow: true,'));
  expect(list('--meeting', '2024-11-05').out).toMatch(/\n12a +tree-plan +Tree plan +to follow +– +–\n/);
});

test('lists a paper for several meetings under each of them', () => {
  copy = copyProject('tests/papers/estates-review');
  for (const [meeting, number] of [
    ['estates-autumn', '4b'],
    ['full-autumn', '11'],
  ] as const)
    expect(list('--meeting', meeting).out).toMatch(
      new RegExp(`\\n *${number} +estates-review +Estates review +final`),
    );
});

test('rejects a folder without a project, with a hint', () => {
  copy = copyProject('tests/papers/parks-update');
  const { code, err } = runPapers(['list', '--root', join(copy.root, 'templates')]);
  expect(code).toBe(2);
  expect(err).toContain('name the project with --root');
});

test('rejects an unknown meeting, with a hint', () => {
  copy = copyProject('tests/papers/parks-update');
  const { code, err, out } = list('--meeting', '2024-11-06');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(
    'there is no meeting "2024-11-06"\nIn meetings.yaml: 2024-11-05\nDid you mean "2024-11-05"?',
  );
});

test('reports the problems of meetings that cannot be read', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/meetings.yaml', (text) => text.replace('committee: parks', 'comittee: parks'));
  const { code, err } = list();
  expect(code).toBe(1);
  expect(err).toContain('key-is-known');
});

test('follows a report number that changes in one place in every paper', async () => {
  copy = copyProject('tests/papers/parks-update');
  for (const folder of ['templates/parks-update', 'data/2024-25-q2/parks-update.yaml'])
    cpSync(join(copy.root, folder), join(copy.root, folder.replace('parks-update', 'tree-plan')), {
      recursive: true,
    });
  copy.change('data/2024-25-q2/tree-plan.yaml', (text) =>
    text
      .replace('{{paper "tree-plan"}}', '{{paper "parks-update"}}')
      .replace('An invented update', 'Report {{paper.number}}, an update'),
  );
  copy.change('data/meetings.yaml', (text) => text.replace('number: 012', 'number: 7b'));
  const buildText = async (paper: string): Promise<string> => {
    expect(runPapers(['build', '2024-25-q2', paper, '--root', copy.root]).code).toBe(0);
    const path = join(copy.root, 'output/2024-25-q2', paper, `${paper}.pdf`);
    const { pages } = await readPdf(readFileSync(path));
    return pages.map((page) => page.text.replaceAll(/\s+/g, ' ')).join(' ');
  };
  const [cited, citing] = [await buildText('parks-update'), await buildText('tree-plan')];
  expect(cited).toContain('Report 7b'); // in the header block and the running head
  expect(citing).toContain('Parks update (Head of Parks; report 7b, 5 November 2024)');
  expect(`${cited} ${citing}`).not.toContain('012');
  const html = readFileSync(join(copy.root, 'output/2024-25-q2/tree-plan/tree-plan.html'), 'utf8');
  expect(html).toContain('Report 12a, an update on invented parks');
});
