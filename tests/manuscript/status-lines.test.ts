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

async function buildText(output = 'output'): Promise<string> {
  const { code, err } = runPapers(['build', '--root', copy.root]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const folder = join(copy.root, output, '2024-25-q2/library-report');
  return (await readPdf(readFileSync(join(folder, 'library-report.pdf')))).body;
}

test('prints the reason of a late paper, the paragraph of an exemption and the names of clearances', async () => {
  copy.change(PAPER, (text) =>
    text.replace(
      'published: 2024-10-28',
      [
        'published: 2024-11-05',
        'urgency: The heating failed on 4 November 2024.',
        'exempt: { paragraph: 3, public-interest: The bids are open. }',
        'clearance:',
        '  finance: { name: A. Penny, date: 2024-10-25 }',
        '  legal: { name: B. Deed, date: 2024-10-26 }',
      ].join('\n'),
    ),
  );
  const body = await buildText('output/exempt');
  expect(body).toContain('Late paper The heating failed on 4 November 2024.');
  expect(body).toContain('Exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972');
  expect(body).toContain('Finance clearance A. Penny, 25 October 2024');
  expect(body).toContain('Legal clearance B. Deed, 26 October 2024');
});

test('prints the date of an appendix that is to follow in its place', async () => {
  copy.change('templates/library-report/sections/progress.md.hbs', (text) =>
    text.replace(', and {{ref "desk"}} where', ''),
  );
  copy.change(PAPER, (text) =>
    text.replace('status: final', 'status: final\nappendices: { method: { to-follow: 2024-11-01 } }'),
  );
  const body = await buildText();
  expect(body).toContain('Appendix 1: How readers were asked This appendix is to follow by 1 November 2024.');
  expect(body).not.toContain('Interviewers asked');
});

test('prints "to follow" wherever it cites a paper that is to follow', async () => {
  copy.change('data/meetings.yaml', (text) => text.replace('number: 5,', 'number: 5, to-follow: true,'));
  copy.change(PAPER, (text) => text.replace('longer hours.', 'longer hours: {{paper "opening-hours"}}.'));
  expect(await buildText()).toContain(
    'Review of opening hours (Head of Libraries; report 5, 7 November 2024; to follow)',
  );
});
