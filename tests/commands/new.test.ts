import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '../../src/model/problem.js';
import { readPdf } from '../support/read-pdf.js';
import { printOutcomes } from '../support/print-outcomes.js';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

const PAPER = 'tp-thematic-performance';
const OLD = 'data/2008-09-q3';
const NEW = 'data/2008-09-q4';

let copy: Copy;
afterEach(() => copy.remove());

function roll(...args: string[]): Run {
  return runPapers(['new', ...args, '--root', copy.root]);
}

function read(path: string): string {
  return readFileSync(join(copy.root, path), 'utf8');
}

function reference(): void {
  copy = copyProject('.');
  const { code, err } = roll('2008-09-q4', '--meeting', '2009-07-02');
  expect(err).toBe('');
  expect(code).toBe(0);
}

function problemsOf(): Problem[] {
  const { out } = runPapers(['check', '--root', copy.root, '--json']);
  return (JSON.parse(out) as { problems: Problem[] }).problems;
}

async function buildText(period: string, paper: string): Promise<string> {
  const run = runPapers(['build', '--root', copy.root]);
  expect(run.code, run.err).toBe(0);
  const pdf = await readPdf(readFileSync(join(copy.root, 'output', period, paper, `${paper}.pdf`)));
  return pdf.body;
}

test('copies the narrative word for word and lists every paragraph for review', () => {
  reference();
  const narrative = (text: string): string => text.slice(text.indexOf('\nnarrative:'));
  const [before, after] = [read(`${OLD}/${PAPER}.yaml`), read(`${NEW}/${PAPER}.yaml`)];
  expect(narrative(after)).toBe(narrative(before));
  const paper = parse(after) as { unreviewed: string[]; narrative: Record<string, object> };
  expect(paper.unreviewed).toEqual(Object.values(paper.narrative).flatMap((group) => Object.keys(group)));
  expect(paper).toMatchObject({ meeting: '2009-07-02', status: 'draft', 'made-at': '2009-06-24' });
  expect(after).toContain(
    '# Rolled forward from 2008-09-q3 for the meeting on 2 July 2009: publish by 24 June 2009',
  );
});

test('empties figures, keeps keys, order and comments, and moves periods on', () => {
  reference();
  const names = readdirSync(join(copy.root, OLD)).sort();
  expect(readdirSync(join(copy.root, NEW)).sort()).toEqual(names);
  for (const name of names) {
    const comments = (text: string): string[] => text.match(/^ *#.*$/gm) ?? [];
    expect(comments(read(`${NEW}/${name}`))).toEqual(
      expect.arrayContaining(comments(read(`${OLD}/${name}`))),
    );
  }
  expect(read(`${NEW}/survey.yaml`)).toMatch(
    /\nsource:\npublished:\n {2}confidence:\n {2}understanding:\n {2}dealing:\n {2}informed:\n {2}asb-worry:\n$/,
  );
  expect(read(`${NEW}/activity.yaml`)).toContain('period: financial year 2008/09 to the end of Q4\n');
  const { facts } = parse(read(`${NEW}/facts.yaml`)) as { facts: Record<string, Record<string, unknown>> };
  expect(facts['volunteers']).toMatchObject({ value: null, source: null, period: 'March 2009' });
  expect(facts['showcase-delegates']).toMatchObject({ value: 300, period: '20 March 2009' }); // it is over
  expect(facts['boroughs']).toMatchObject({ value: 32, standing: true });
  expect(facts['hub-teams']).toMatchObject({
    published: null,
    sum: ['hub-sites-agreed', 'pilot-sites', 'hub-sites-added'],
  });
  expect(parse(read(`${NEW}/areas.yaml`))).toMatchObject({
    source: null,
    rankings: {
      'area-confidence': {
        of: 32,
        unpublished: 'between',
        'equal-bases': null,
        note: null,
        published: { Camden: null, 'Richmond-upon-Thames': null, Islington: null },
      },
    },
  });
});

test('leaves the earlier paper without problems', () => {
  reference();
  const { out } = runPapers(['check', '2008-09-q3', '--root', copy.root, '--json']);
  expect((JSON.parse(out) as { problems: Problem[] }).problems).toEqual([]);
});

test('builds the new paper at once, with "to come" for every missing figure', async () => {
  reference();
  const page = await buildText('2008-09-q4', PAPER);
  expect(page).toContain('2 July 2009');
  expect(page).toContain('except [to come]. Those are [to come].');
  expect(page).toContain('Confidence in local policing changed from 56% to [to come].');
  expect(page).toContain(
    'Headline Performance Report (Director of Resources; report number not yet given, 2 July 2009)',
  );
  expect(page).not.toMatch(/NaN|undefined|null|Infinity/);
  expect(page).toContain('cannot be compared between BOCUs: the results are still to come (');
  expect(page).toContain(
    'Feeling informed about local policing 51% 59% 65% to come to come to come Paragraphs 46 and 47',
  );
  expect(page).toContain('Arrests to come');
  expect(page).toContain('Figures to come');
  expect(page).not.toContain('told apart');
  expect(problemsOf().map(({ severity }) => severity)).not.toContain('error');
});

test('writes sentences that follow other figures', async () => {
  reference();
  printOutcomes(copy);
  copy.write(
    `${NEW}/survey.yaml`,
    'source: Invented for this test\npublished: { confidence: 50, understanding: 64, dealing: 70, informed: 51.2, asb-worry: 30 }\n',
  );
  const page = await buildText('2008-09-q4', PAPER);
  expect(page).toContain(
    'fell by 6 percentage points, from 56% to 50%, a deterioration larger than chance alone would explain',
  );
  expect(page).toContain('Understanding local issues of concern stayed the same, at 64%.');
  expect(page).toContain('Dealing with local issues of concern rose by 8 percentage points, from 62% to 70%');
  expect(page).toContain(
    'Feeling informed about local policing rose by 0.2 percentage points, from 51% to 51.2%, a change that chance alone could explain.',
  );
  expect(page).toContain(
    'Worry about anti-social behaviour fell by 10 percentage points, from 40% to 30%. Each of these two is an improvement larger than chance alone would explain.',
  );
});

/** Fills the new quarter with invented figures of other sizes and directions, and marks its paragraphs as reviewed. */
function fill(period: string): void {
  const folder = `data/${period}`;
  const replace = (name: string, ...pairs: [string | RegExp, string][]): void => {
    copy.change(`${folder}/${name}.yaml`, (text) =>
      pairs.reduce(
        (result, [from, to]) => result.replaceAll(from, to),
        text.replace(/^source:$/m, 'source: Invented'),
      ),
    );
  };
  copy.write(
    `${folder}/survey.yaml`,
    'source: Invented\npublished: { confidence: 50, understanding: 64, dealing: { value: , reason: the question was not asked }, informed: 52, asb-worry: 47 }\n',
  );
  replace(
    'areas',
    ['equal-bases:', 'equal-bases: Bases were not given.'],
    [
      /published:\n(?: {6}.*\n)+/gm,
      'published: { Bromley: 88, Sutton: 88, Camden: 87, Barnet: 80, Bexley: 79, Harrow: 79, Newham: 40, Lambeth: 40, Brent: 38, Hackney: 30, Islington: 20 }\n',
    ],
  );
  replace(
    'activity',
    [/^( {2}(?:asb-visits|brothels)):$/gm, '$1: { value: 0, revised: Counted anew. }'],
    [/^( {2}arrests):$/gm, '$1: { value: 1, revised: Counted anew. }'],
    [/^( {2}[a-z-]+):$/gm, '$1: { value: 700, revised: Counted anew. }'],
  );
  replace('shares', [/(label: (?:fe)?male, percent:) null/g, '$1 50'], ['percent: null', 'percent: 20']);
  replace(
    'facts',
    ['value: null', 'value: 2'],
    ['source: null', 'source: Invented'],
    [', period: null', ''],
    [', published: null', ''],
  );
  replace(
    'events',
    ['from:', 'from: 2009-05-04'],
    ['to:', 'to: 2009-05-10'],
    ['rows:', 'rows: { parade: { name: a parade } }'],
  );
  replace('off-course', ['rows:', 'rows: {}']);
  replace('under-attention', ['rows:', 'rows: { burglary: { area: reducing burglary } }']);
  for (const name of ['commitments', PAPER])
    copy.change(`${folder}/${name}.yaml`, (text) => text.replace(/^unreviewed:\n(?: {2}- .*\n)+/m, ''));
}

test('builds without errors with extreme figures and another committee', async () => {
  copy = copyProject('.');
  printOutcomes(copy);
  copy.change('data/organisation.yaml', (text) =>
    text.replace('  sop:', '  corporate: Corporate Governance Committee\n  sop:'),
  );
  copy.change(
    'data/meetings.yaml',
    (text) => `${text}  summer:\n    committee: corporate\n    date: 2009-06-15\n    papers: {}\n`,
  );
  expect(roll('2008-09-q4', '--meeting', '2009-06-15').out).toContain('Corporate Governance Committee');
  fill('2008-09-q4');
  const page = await buildText('2008-09-q4', PAPER);
  for (const says of [
    'The MPS met every CPA target. 2. The TP command team is giving attention and resources to reducing burglary. 3.',
    'fell by 6 percentage points, from 56% to 50%, a deterioration larger than chance alone would explain',
    'Dealing with local issues of concern cannot be given for 2008/09 (the question was not asked); the figure for 2007/08 was 62%.',
    'from 51% to 52%, a change too close to call',
    'One example shows the scale: 4 to 10 May 2009, when there was a substantial policing commitment to this event, among other events: a parade.',
    '44. Boroughs are held to account for their performance on these indicators. Confidence in local policing differs among BOCUs, by 68 percentage points',
    'gives the top six and the bottom five. Of neighbouring boroughs in the figure, only Camden can probably be told apart from Barnet, and Hackney from Islington.',
    'Rank 1= 1= 3',
    'Stop and account 700',
    'ASB visits 0',
    'Victim visits 50. Safer',
    'the two windows have no quarters in common',
  ])
    expect(page).toContain(says);
  expect(page).not.toMatch(/NaN|undefined|null|Infinity|to come|correlation that their overlap|Richmond/);
  const problems = problemsOf();
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('compares the quarter after a year’s end with that year', async () => {
  reference();
  fill('2008-09-q4');
  expect(roll('2009-10-q1', '--meeting', '2009-10-01').code).toBe(0);
  expect(await buildText('2009-10-q1', PAPER)).toContain(
    'Confidence in local policing changed from 50% to [to come].',
  );
  fill('2009-10-q1');
  const page = await buildText('2009-10-q1', PAPER);
  expect(page).toContain(
    'Compared with 2008/09, confidence in local policing stayed the same, at 50%, though rounding may hide a change.',
  );
  expect(page).toContain('not tested: the question was not asked');
  expect(page).toContain('Counts start on 1 April 2009.');
  expect(page).toContain(
    '2009/10 Q1 is compared with 2008/09: the two windows have three quarters in common.',
  );
  expect(problemsOf().filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('leaves out a heading and an appendix without text', async () => {
  reference();
  copy.change(`${NEW}/${PAPER}.yaml`, (text) =>
    text
      .replace(/^ {2}diamond-districts:\n[^]*?(?=^ {2}volunteers:)/m, '')
      .replace(/^ {2}appendix-hubs:\n[^]*?(?=^ {2}appendix-framework:)/m, '')
      .replaceAll('{{ref "appendix-hubs"}}', 'The next report')
      .replaceAll(/^ {2}- (?:diamond-.*|hub-facts)\n/gm, ''),
  );
  copy.write(`${NEW}/commitments.yaml`, 'source: Invented\nrows: {}\n');
  const page = await buildText('2008-09-q4', PAPER);
  expect(page).not.toMatch(/Diamond Districts Met|What happens next/);
  expect(problemsOf().filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(page).toContain('full potential. Met Volunteer Programme 28.');
  expect(page).toContain('Appendix 1: Performance management');
});

test('names the definitions in measures.yaml that may not apply to the next quarter', () => {
  copy = copyProject('tests/papers/quarterly-performance');
  copy.change('data/measures.yaml', (text) => text.replace(/compare-with: .*/, 'compare-with: 2014-15-q4'));
  const { out } = roll('2016-17-q1', '--meeting', '2016-09-06');
  expect(out).toContain(
    'data/measures.yaml compares trust with 2014-15-q4 in every period. To compare each period with a new one, write compare-with: previous-year-end.',
  );
  expect(out).toContain('has targets of 2015/16 for trust and burglary. Enter the targets of 2016/17.');
  copy.remove();
  reference();
  expect(roll('2009-10-q1', '--meeting', '2009-10-01').out).toContain(
    'data/measures.yaml has approximately 21,000 interviews a year for the Public Attitude Survey. Check the number.',
  );
});

test('prints no intervals for areas without bases', async () => {
  reference();
  copy.change(`${NEW}/areas.yaml`, (text) =>
    text
      .replace('source:', 'source: Invented for this test')
      .replace(/ {4}unpublished: between\n/, '')
      .replace(
        / {4}published:\n(?: {6}.*\n)+/,
        '    published: { Barnet: 90, Ealing: 70, Sutton: 31, Brent: 12 }\n',
      ),
  );
  const page = await buildText('2008-09-q4', PAPER);
  expect(page).toContain('by 78 percentage points between the highest and the lowest published');
  expect(page).toContain(
    'Intervals are not available: the number of people asked is not published for each borough.',
  );
  // A table may stand at the head of the page that the paragraph reaches.
  expect(page).toMatch(
    /It is not known whether neighbouring boroughs can be told apart: the number of people asked is not published for .*each borough\./s,
  );
  expect(page).not.toContain('Westminster');
});

test('rejects a final paper with unreviewed paragraphs or missing figures', () => {
  reference();
  copy.change(`${NEW}/${PAPER}.yaml`, (text) =>
    text.replace('status: draft', 'status: final').replace('  - summary-text\n', ''),
  );
  const problems = problemsOf();
  const unreviewed = problems.filter(({ rule }) => rule === 'paragraph-is-reviewed');
  expect(unreviewed.map(({ severity }) => severity)).not.toContain('warning');
  expect(unreviewed.map(({ message }) => message)).not.toContainEqual(
    expect.stringContaining('"summary-text"'),
  );
  const first = unreviewed.find(({ message }) => message.includes('"recommendation-text"'));
  expect(first?.place?.file).toBe(`${NEW}/${PAPER}.yaml`);
  expect(read(`${NEW}/${PAPER}.yaml`).split('\n')[(first?.place?.line ?? 0) - 1]).toBe(
    '    recommendation-text: |',
  );
  expect(unreviewed.filter(({ place }) => place?.file.endsWith('commitments.yaml'))).toHaveLength(6);
  const missing = problems.filter(({ rule }) => rule === 'figure-has-come');
  expect(missing.find(({ place }) => place?.file.endsWith('survey.yaml'))).toMatchObject({
    severity: 'error',
    message: 'the figure for "Confidence in local policing" is still to come',
  });
});

test('rejects an unreviewed label that the paper does not have', () => {
  reference();
  copy.change(`${NEW}/${PAPER}.yaml`, (text) => text.replace('  - summary-text\n', '  - sumary-text\n'));
  const fault = problemsOf().find(({ rule }) => rule === 'unreviewed-exists');
  expect(fault).toMatchObject({ severity: 'error', hint: 'Did you mean "summary-text"?' });
});

test('prints the meeting, its deadline and the papers added to it', () => {
  copy = copyProject('.');
  const { out } = roll('2008-09-q4', '--meeting', '2009-04-16');
  expect(out).toContain('Meeting:     16 April 2009, Strategic and Operational Policing Committee');
  expect(out).toContain('Publish by:  6 April 2009, 5 clear working days before it'); // Easter is in between
  expect(out).toContain(`added the meeting 2009-04-16\n  ${PAPER}, with no report number yet`);
  expect(read('data/meetings.yaml')).toContain(
    '  2009-04-16:\n    committee: sop\n    date: 2009-04-16\n    papers:\n      tp-thematic-performance:\n        title: TP thematic performance report\n',
  );
});

test('drops what applied to the earlier meeting only, and keeps the exemption', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text.replace(
      'description:',
      [
        'published: 2024-10-30 # late',
        'urgency: The storm closed two parks.',
        'exempt: { paragraph: 3 }',
        'clearance:',
        '  # in the order of the standing orders',
        '  finance: { name: Head of Finance, date: 2024-10-24 }',
        'switched-off:',
        '  part-is-cited: The panel knows the table.',
        '',
        'description:',
      ].join('\n'),
    ),
  );
  expect(roll('2024-25-q3', '--meeting', '2025-02-04').code).toBe(0);
  const paper = parse(read('data/2024-25-q3/parks-update.yaml')) as object;
  expect(Object.keys(paper)).toEqual([
    ...[
      'meeting',
      'status',
      'made-at',
      'exempt',
      'description',
      'marking',
      'header',
      'unreviewed',
      'narrative',
    ],
  ]);
});

test('notes a calendar that ends before the meeting', () => {
  copy = copyProject('.');
  const { out } = roll('2009-10-q3', '--meeting', '2010-02-04');
  expect(out).toContain('data/organisation.yaml lists no bank holidays in 2010');
  expect(out).toContain('2008-09-q3 is not the period before 2009-10-q3');
});

test('takes the committee’s next meeting if none is named', () => {
  copy = copyProject('.');
  copy.change(
    'data/meetings.yaml',
    (text) => `${text}  summer:\n    committee: sop\n    date: 2009-07-02\n    papers: {}\n`,
  );
  const run = roll('2008-09-q4', '--json');
  expect(run.code, run.err).toBe(0);
  const plan = JSON.parse(run.out) as {
    meeting: object;
    deadline: string;
    tabling: { papers: { id: string }[] };
  };
  expect(plan).toMatchObject({
    meeting: { id: 'summer' },
    deadline: '2009-06-24',
    tabling: { meetingIsNew: false },
  });
  expect(plan.tabling.papers.map(({ id }) => id)).toEqual([
    PAPER,
    'headline-performance',
    'satisfaction-gap',
  ]);
  expect(runPapers(['check', '--root', copy.root]).code).toBe(0);
});

test('rolls a paper forward twice without repeating its notes', () => {
  reference();
  const { code, err } = roll('2009-10-q1', '--meeting', '2009-10-01');
  expect(code, err).toBe(0);
  const next = read(`data/2009-10-q1/${PAPER}.yaml`);
  expect(next.match(/^# Rolled forward from/gm)).toHaveLength(1);
  expect(next.match(/^unreviewed:/gm)).toHaveLength(1);
  expect(next.match(/^# Carried over unchanged/gm)).toHaveLength(1);
  expect(read('data/2009-10-q1/activity.yaml')).toContain(
    'period: financial year 2009/10 to the end of Q1\n',
  );
  expect(runPapers(['check', '--root', copy.root]).code).toBe(0);
});

test.each([
  ['parks-update', '2024-25-q3', '2025-02-04', 'put in [to come] benches'],
  ['estates-review', '2031-32-q3', '2032-02-10', '[to come]'],
  ['quarterly-performance', '2015-16-q4', '2016-05-10', 'Burglaries numbered [to come]'],
])('rolls %s, a paper of another kind, forward and builds it', async (name, period, meeting, says) => {
  copy = copyProject(join('tests/papers', name));
  const { code, err, out } = roll(period, '--meeting', meeting);
  expect(code, err).toBe(0);
  expect(out).not.toContain('Publish by'); // this authority requires no notice
  const page = await buildText(period, name);
  expect(page).toContain(says);
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});

test('keeps the line breaks of Windows', () => {
  copy = copyProject('tests/papers/parks-update');
  for (const file of [
    'data/meetings.yaml',
    'data/2024-25-q2/parks-update.yaml',
    'data/2024-25-q2/facts.yaml',
  ])
    copy.change(file, (text) => text.replaceAll('\n', '\r\n'));
  expect(roll('2024-25-q3', '--meeting', '2025-02-04').code).toBe(0);
  for (const file of [
    'data/meetings.yaml',
    'data/2024-25-q3/parks-update.yaml',
    'data/2024-25-q3/facts.yaml',
  ])
    expect(read(file), file).not.toMatch(/[^\r]\n/);
  expect(runPapers(['check', '--root', copy.root]).code).toBe(0);
});

test('never overwrites an existing file', () => {
  copy = copyProject('tests/papers/parks-update');
  mkdirSync(join(copy.root, 'data/2024-25-q3'));
  const survey = 'source: Invented\npublished: { satisfied: 66 }\n';
  writeFileSync(join(copy.root, 'data/2024-25-q3/survey.yaml'), survey);
  const first = roll('2024-25-q3', '--meeting', '2025-02-04');
  expect(first.out).toContain(`kept ${join(copy.root, 'data/2024-25-q3/survey.yaml')} unchanged`);
  expect(read('data/2024-25-q3/survey.yaml')).toBe(survey);
  const before = read('data/2024-25-q3/parks-update.yaml');
  const again = roll('2024-25-q3', '--meeting', '2025-02-04');
  expect(again.code).toBe(2);
  expect(again.err).toContain(
    '2024/25 Q3 already has the paper parks-update: data/2024-25-q3/parks-update.yaml',
  );
  expect(read('data/2024-25-q3/parks-update.yaml')).toBe(before);
});

test('changes nothing if the folder cannot be made', () => {
  copy = copyProject('tests/papers/parks-update');
  writeFileSync(join(copy.root, 'data/2024-25-q3'), 'in the way');
  const [meetings, names] = [read('data/meetings.yaml'), readdirSync(join(copy.root, 'data'))];
  const { code, err } = roll('2024-25-q3', '--meeting', '2025-02-04');
  expect(code).toBe(1);
  expect(err).not.toMatch(/\n\s+at /);
  expect(read('data/meetings.yaml')).toBe(meetings);
  expect(readdirSync(join(copy.root, 'data'))).toEqual(names);
});

test.each([
  [['2024-26-q1'], '"2024-26-q1" is not a period of this project\nDid you mean 2024-25-q1?'],
  [['autumn'], 'Write a period such as 2025-26-q1, 2025-26-h1, 2025-26-year or 2025-m09'],
  [
    ['2024-25-q1'],
    'there is no paper before 2024-25-q1 to roll forward\nExisting papers: 2024-25-q2 parks-update.',
  ],
  [['2024-25-q3', 'park-update'], 'Did you mean "parks-update"?'],
  [['2024-25-q3', '--from', '2024-25-q4'], '2024-25-q4 is not before 2024-25-q3'],
  [['2024-25-q3', '--from', '2024-25-q1'], 'there is no paper in 2024-25-q1 to roll forward'],
  [['2024-25-q3'], "Name the paper's meeting: --meeting YYYY-MM-DD"],
  [['2024-25-q3', '--meeting', '2024-11-05'], 'for the meeting 2024-11-05 already'],
  [['2024-25-q3', '--meeting', '2024-11-6'], 'Did you mean "2024-11-05"?'],
])('rejects wrong usage: papers new %j', (args, says) => {
  copy = copyProject('tests/papers/parks-update');
  const { code, err, out } = roll(...args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(says);
  expect(existsSync(join(copy.root, 'data/2024-25-q3'))).toBe(false);
});

test('does not roll forward a paper with errors', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/2024-25-q2/parks-update.yaml', (text) => text.replace('status:', 'statsu:'));
  const { code, err, out } = roll('2024-25-q3', '--meeting', '2025-02-04');
  expect(code).toBe(1);
  expect(err).toContain('key-is-known');
  expect(out).toContain('Nothing was made');
  expect(existsSync(join(copy.root, 'data/2024-25-q3'))).toBe(false);
});

test('prints what it would make with --dry-run, and makes nothing', () => {
  copy = copyProject('tests/papers/parks-update');
  const meetings = readFileSync(join(copy.root, 'data/meetings.yaml'), 'utf8');
  const dry = roll('2024-25-q3', '--meeting', '2025-02-04', '--dry-run');
  expect(dry.code).toBe(0);
  const paper = join(copy.root, 'data/2024-25-q3/parks-update.yaml');
  expect(dry.out).toContain(`would make ${paper}`);
  expect(dry.out).toContain('would add the meeting 2025-02-04');
  expect(dry.out).toMatch(/\nNothing was made, because --dry-run is set\.\n$/);
  expect(dry.out).not.toMatch(/^made|^Next:/m);
  expect(existsSync(join(copy.root, 'data/2024-25-q3'))).toBe(false);
  expect(readFileSync(join(copy.root, 'data/meetings.yaml'), 'utf8')).toBe(meetings);
  expect(JSON.parse(roll('2024-25-q3', '--meeting', '2025-02-04', '--dry-run', '--json').out)).toMatchObject({
    dryRun: true,
  });
  expect(roll('2024-25-q3', '--meeting', '2025-02-04').out).toContain(`made ${paper}`);
});

describe('minutes that continue the numbers of others', () => {
  const FOLDER = 'data/2031-32-q2';
  const PAPER_FILE = `${FOLDER}/allotment-minutes.yaml`;

  test('go on after the last numbers, and say so', () => {
    copy = copyProject('tests/papers/allotment-minutes');
    const { code, out, err } = roll('2031-32-q2', '--meeting', '2031-10-07');
    expect(code, err).toBe(0);
    expect(read(PAPER_FILE)).toContain('numbering: { start: { paragraphs: 48, appendices: L } }');
    expect(out).toContain('after the paper of 2031-32-q1: paragraphs start at 48 and appendices start at L.');
  });

  test('lose the appendices of one meeting, and name them', () => {
    copy = copyProject('tests/papers/allotment-minutes');
    const { out } = roll('2031-32-q2', '--meeting', '2031-10-07');
    expect(read(PAPER_FILE)).not.toContain('appendices:\n');
    expect(out).toContain(
      'Not carried over from the paper of 2031-32-q1: its own appendices "letter" and "tenancies".',
    );
    const lost = problemsOf().filter(({ rule }) => rule === 'reference-resolves');
    expect(lost.map(({ message }) => message).join()).toMatch(/letter[^]*tenancies/);
  });
});
