import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Promises, events and owners of data sets of the invented parks paper, through the commands that an author types. */
const EARLIER = 'data/2024-25-q1/promises.yaml';
const CURRENT = 'data/2024-25-q2/promises.yaml';
const TEXT = 'data/2024-25-q2/parks-update.yaml';

const DEFINITIONS = `datasets:
  promises:
    carry: review
    owner: Head of Parks
    columns:
      what: { label: What, type: text }
      due: { label: By when, type: date, role: due }
      done: { label: Done, type: date, role: done }
  events:
    carry: empty
    columns:
      name: { type: text }
      day: { type: date }
`;

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/papers/parks-update');
  copy.write('data/datasets.yaml', DEFINITIONS);
  copy.change(TEXT, (text) => text.replace('status: final', 'status: draft'));
});
afterEach(() => copy.remove());

const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);
const read = (path: string): string => readFileSync(join(copy.root, path), 'utf8');

/** Adds a paragraph to the paper, and returns the words that the paper prints for it. */
function print(markup: string): string {
  copy.change(TEXT, (text) => text.replace(/( {4}[a-z-]+: \|\n {6})/, `$1${markup} End. `));
  const { code, err } = papers('build');
  expect(err).not.toContain(': error:');
  expect(code).toBe(0);
  const html = read('output/2024-25-q2/parks-update/parks-update.html').replace(/<[^>]+>/g, '');
  return /Promises: (.*?) End\./s.exec(html)?.[1] ?? html;
}

test('says which promises were kept, done late, are overdue or open, and were dropped', () => {
  copy.write(
    EARLIER,
    `source: Invented
rows:
  hedge: { what: the hedge, due: May 2024, done: 2024-05-02 }
  pond: { what: the pond, due: August 2024 }
  path: { what: the path, due: 31/08/2024 }
  gate: { what: the gate, due: 3 September 2024 }
  wall: { what: the wall, due: December 2030 }
  shed: { what: the shed, due: August 2024 }
`,
  );
  copy.write(
    CURRENT,
    `source: Invented
rows:
  hedge: { what: the hedge, due: May 2024, done: 2024-05-02 }
  pond: { what: the pond, due: August 2024, done: 2024-08-31 }
  path: { what: the path, due: 31/08/2024, done: 2 September 2024 }
  gate: { what: the gate, due: 3 September 2024 }
  wall: { what: the wall, due: December 2030 }
`,
  );
  const names = ['kept', 'late', 'overdue', 'open', 'dropped']
    .map((name) => `{{count data.promises.${name}}} {{names data.promises.${name}}}`)
    .join('; ');
  expect(print(`Promises: ${names}, by {{#each data.promises.late.rows}}{{done}}{{/each}}`)).toBe(
    '1 the pond; 1 the path; 1 the gate; 1 the wall; 1 the shed, by 2 September 2024',
  );
  const { err } = papers('check');
  expect(err).toContain('"the gate" is due 3 September 2024');
  expect(err).not.toContain('promise-is-not-dropped'); // the paper names the shed
});

test('warns of a promise that is gone, with its line in the earlier period', () => {
  copy.write(EARLIER, 'source: Invented\nrows:\n  zoo: { what: the zoo, due: May 2030 }\n');
  copy.write(CURRENT, 'source: Invented\nrows: {}\n');
  const { err, code } = papers('check');
  expect(code).toBe(0);
  expect(err).toContain(`${EARLIER}:3:3: warning: "the zoo" was promised here, is not done`);
});

test('carries promises over for review, without those that are done', () => {
  copy.write(
    CURRENT,
    'source: Invented\nrows:\n  pond: { what: the pond, due: May 2024, done: 2024-05-02 }\n  zoo: { what: the zoo, due: May 2030 }\n',
  );
  copy.write('data/2024-25-q2/events.yaml', 'source: Diary\nfrom: 2024-09-01\nto: 2024-09-07\nrows: {}\n');
  expect(papers('new', '2024-25-q3', '--meeting', '2025-03-05').code).toBe(0);
  const next = read('data/2024-25-q3/promises.yaml');
  expect(next).toContain('unreviewed:\n  - zoo\n\nrows:\n  zoo: { what: the zoo, due: May 2030 }\n');
  expect(next).not.toContain('pond');
  expect(read('data/2024-25-q3/events.yaml')).toMatch(/source:\nfrom:\nto:\nrows:\n$/);
  expect(papers('review', '--all-in', 'promises').out).toContain('zoo');
  expect(read('data/2024-25-q3/promises.yaml')).not.toContain('unreviewed');
});

test('prints rows to come, none, and the days that they are about', () => {
  const events = 'data/2024-25-q2/events.yaml';
  copy.write(CURRENT, 'source: Invented\nrows:\n');
  copy.write(events, 'source: Diary\nfrom: 2024-09-01\nto: 2024-09-07\nrows: {}\n');
  expect(
    print(
      'Promises: {{names data.promises}}, {{names data.promises.open}}; {{names data.events}} from {{data.events.period}}',
    ),
  ).toBe('[to come], [to come]; none from 1 to 7 September 2024');
});

test('rejects days that do not exist, or lie outside the days of the rows', () => {
  copy.write(
    'data/2024-25-q2/events.yaml',
    'source: Diary\nfrom: 2024-09-01\nto: 2024-09-07\nrows:\n  fair: { name: the fair, day: 2024-09-08 }\n  walk: { name: the walk, day: someday }\n',
  );
  const { err, code } = papers('check');
  expect(code).toBe(1);
  expect(err).toContain('the fair is on 8 September 2024, outside the period');
  expect(err).toContain('"someday" is not a date');
});

test('lists figures to come with their owner and the day since when they are overdue', () => {
  copy.write(CURRENT, 'source: Invented\ndue: 2024-07-03\nrows:\n');
  print('Promises: {{names data.promises}}');
  expect(papers('check').err).toContain('from Head of Parks, due 3 July 2024');
  const meeting = /^meeting: (.*)$/m.exec(read(TEXT))?.[1] ?? '';
  const { out } = papers('list', '--meeting', meeting);
  expect(out).toMatch(
    /1 figure +Head of Parks +overdue since 3 July 2024 +\S*data\/2024-25-q2\/promises\.yaml:3/,
  );
  const json = JSON.parse(papers('list', '--meeting', meeting, '--json').out) as {
    papers: { toCome: unknown[] }[];
  };
  expect(json.papers[0]?.toCome).toEqual([
    { file: CURRENT, line: 3, figures: 1, owner: 'Head of Parks', due: '2024-07-03' },
  ]);
});
