import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAW_IDS } from '../../src/laws/law.js';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

const ORGANISATION = 'data/organisation.yaml';
const PAPER = 'data/2024-25-q2/library-report.yaml';
const NOTICE = 'notice: { days: 5, working-days: true }\n';

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/checks/paper');
});
afterEach(() => copy.remove());

function state(law: string): void {
  copy.change(ORGANISATION, (text) => text.replace(NOTICE, law));
}

interface Law {
  id: string;
  demands: { topic: string; says: string; source: string; assumed?: string }[];
}

test('lists every law, with a source for each demand', () => {
  const { code, out } = runPapers(['check', '--laws', '--format', 'json']);
  expect(code).toBe(0);
  const { laws } = JSON.parse(out) as { laws: Law[] };
  expect(laws.map(({ id }) => id)).toEqual([...LAW_IDS]);
  for (const { demands } of laws)
    for (const { source } of demands) expect(source).toMatch(/\b(?:Act \d{4}|SI \d{4}\/\d+)\b/);
  expect(laws.find(({ id }) => id === 'none')?.demands).toEqual([]);
});

test('prints the source of a rule, and what is assumed', () => {
  const { out } = runPapers(['check', '--laws']);
  expect(out).toContain('law: scotland (Local authority in Scotland)');
  expect(out).toContain('Source: Local Government (Scotland) Act 1973, section 50D(2).');
  expect(out).toMatch(/Assumed: The Act does not define clear days/);
});

test('says each time that no law is checked', () => {
  state('law: none\n');
  const { code, out } = runPapers(['check', '--root', copy.root]);
  expect(code).toBe(0);
  expect(out).toContain(
    'law: none: notice, background papers and exempt matters of Services Committee are not checked',
  );
});

test('refuses a law that does not exist, and names those that do', () => {
  state('law: england\n');
  const { code, err, out } = runPapers(['check', '--root', copy.root]);
  expect(code).toBe(1);
  expect(out + err).toContain('data/organisation.yaml:13');
  expect(out + err).toContain('england-local-authority');
});

test('takes the deadline of a meeting from the law of its committee', () => {
  const list = (): string => runPapers(['list', '--meeting', '2024-11-07', '--root', copy.root]).out;
  expect(list()).toContain('Publish by 30 October 2024: 5 clear working days');
  state('law: wales\n');
  expect(list()).toContain('Publish by 1 November 2024: 3 clear working days');
  copy.change(ORGANISATION, (text) => text.replace('law: wales', 'law: none'));
  expect(list()).not.toContain('Publish by');
});

test('records the end of inspection that the law sets, unless the project sets another', () => {
  state('law: england-local-authority\n');
  const issue = (version: string, ...more: string[]): { inspectReportUntil: string | null } => {
    const { code, out, err } = runPapers(['issue', '--as', version, '--json', '--root', copy.root, ...more]);
    expect(code, err).toBe(0);
    const { folder } = JSON.parse(out) as { folder: string };
    const manifest = readFileSync(join(copy.root, folder, 'manifest.json'), 'utf8');
    return (JSON.parse(manifest) as { openToInspection: { inspectReportUntil: string | null } })
      .openToInspection;
  };
  expect(issue('0.1')).toEqual({
    publishedOn: '2024-10-28',
    inspectReportUntil: '2030-11-06',
    inspectBackgroundPapersUntil: '2028-11-06',
  });
});

test('prints the schedule of the law and the announcement of a key decision', async () => {
  state('law: scotland\n');
  copy.change(PAPER, (text) =>
    text.replace(
      'status: final',
      'status: final\nexempt: { paragraph: 6 }\nkey-decision: { announced: 2024-10-01 }',
    ),
  );
  const { code, err } = runPapers(['build', '--root', copy.root]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const pdf = join(copy.root, 'output/2024-25-q2/library-report/library-report.pdf');
  const { body } = await readPdf(readFileSync(pdf));
  expect(body).toContain(
    'Exempt under paragraph 6 of Schedule 7A to the Local Government (Scotland) Act 1973',
  );
  expect(body).toContain('Key decision announced on 1 October 2024');
});
