import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

const PAPER = 'data/2024-25-q2/library-report.yaml';
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/checks/paper');
});
afterEach(() => copy.remove());

async function built(): Promise<string> {
  const { code, err } = runPapers(['build', '--root', copy.root]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const folder = join(copy.root, 'output/2024-25-q2/library-report');
  return (await readPdf(readFileSync(join(folder, 'library-report.pdf')))).body;
}

test('a late paper gives its reason, an exempt one its paragraph, and a cleared one who cleared it', async () => {
  copy.change(PAPER, (text) =>
    text.replace(
      'published: 2024-10-28',
      [
        'published: 2024-11-05',
        'urgency: The heating failed on 4 November 2024.',
        'exempt: { paragraph: 3 }',
        'clearance:',
        '  finance: { name: A. Penny, date: 2024-10-25 }',
        '  legal: { name: B. Deed, date: 2024-10-26 }',
      ].join('\n'),
    ),
  );
  const body = await built();
  expect(body).toContain('Late paper The heating failed on 4 November 2024.');
  expect(body).toContain('Exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972');
  expect(body).toContain('Finance clearance A. Penny, 25 October 2024');
  expect(body).toContain('Legal clearance B. Deed, 26 October 2024');
});

test('an appendix that is to follow says by when, in its place', async () => {
  copy.change('templates/library-report/sections/progress.md.hbs', (text) =>
    text.replace(', and {{ref "desk"}} where', ''),
  );
  copy.change(PAPER, (text) =>
    text.replace('status: final', 'status: final\nto-follow: { method: 2024-11-01 }'),
  );
  const body = await built();
  expect(body).toContain('Appendix 1: How readers were asked This appendix is to follow by 1 November 2024.');
  expect(body).not.toContain('Interviewers asked');
});

test('a tabled paper that is to follow says so wherever it is cited', async () => {
  copy.change('data/meetings.yaml', (text) => text.replace('number: 5,', 'number: 5, to-follow: true,'));
  copy.change(PAPER, (text) => text.replace('longer hours.', 'longer hours: {{paper "opening-hours"}}.'));
  expect(await built()).toContain(
    'Review of opening hours (Head of Libraries; report 5, 7 November 2024; to follow)',
  );
});
