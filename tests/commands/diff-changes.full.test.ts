import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

interface Edit {
  file: string;
  replace?: [string, string];
  write?: string;
  rename?: string;
  remove?: true;
}

/** The head of diff-changes.yaml explains the keys. */
interface Case {
  name: string;
  project?: string;
  before?: Edit[];
  edits: Edit[];
  /** The new version has one error. It is compared all the same, and the command mentions the error. */
  faults?: true;
  changes: string[];
  figures?: string[];
  texts?: Record<string, string>;
  items?: Record<string, string[]>;
  notes?: Record<string, string[]>;
  boxes?: Record<string, string[]>;
  arrows?: Record<string, string[]>;
  cells?: Record<string, string[]>;
  rows?: Record<string, string[]>;
}

interface Stretch {
  kind: string;
  before: string;
  after: string;
  cause?: string;
  sentence?: string;
}

interface Text {
  how: string[];
  text: Stretch[];
}

interface Change {
  name: string;
  how: string[];
  text?: Stretch[];
  items?: Text[];
  notes?: Text[];
  boxes?: Text[];
  arrows?: Text[];
  rows?: { how: string[]; name: string; cells: { column: string; before: string; after: string }[] }[];
}

interface Answer {
  identical: boolean;
  changes: Change[];
  figures: { id: string; before: { text: string }; after: { text: string }; causes: string[] }[];
}

const cases = parse(readFileSync('tests/commands/diff-changes.yaml', 'utf8')) as Case[];
const copies: Copy[] = [];
afterEach(() => copies.splice(0).forEach((copy) => copy.remove()));

function makeVersion(project: string, edits: Edit[]): string {
  const copy = copyProject(project);
  copies.push(copy);
  for (const { file, replace, write, rename, remove } of edits) {
    if (replace) copy.change(file, (text) => text.replace(replace[0], () => replace[1]));
    if (write !== undefined) copy.write(file, write);
    if (rename !== undefined) renameSync(join(copy.root, file), join(copy.root, rename));
    if (remove) rmSync(join(copy.root, file));
  }
  return copy.root;
}

function markChanges(text: Stretch[] = []): string {
  return text
    .map(({ kind, before, after, cause, sentence }) => {
      if (kind === 'same' || kind === 'followed') return after;
      const wrap = (open: string, words: string, close: string): string =>
        words.trim() === '' ? '' : `${open}${words.trim()}${close}`;
      const space = /^\s/.test(before + after) ? ' ' : '';
      return `${space}${wrap('[-', before, '-]')}${wrap('{+', after, '+}')}${cause === undefined || cause === 'wording' ? '' : `(${cause})`}${sentence === undefined || sentence === 'replaced' ? '' : `(${sentence})`}`;
    })
    .join('')
    .replaceAll('\u00a0', ' ');
}

test.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
  const { project = 'tests/papers/parks-update', before = [], edits, ...expected } = entry;
  const [old, now] = [makeVersion(project, before), makeVersion(project, [...before, ...edits])];
  const run = runPapers(['diff', old, now, '--json']);
  expect(run.err).toBe(
    expected.faults ? `papers: ${now} has 1 error. To list them, run: papers check\n` : '',
  );
  expect(run.code).toBe(0);
  const answer = JSON.parse(run.out) as Answer;
  expect(answer.changes.map(({ name, how }) => `${name}: ${how.join(' ')}`)).toEqual(expected.changes);
  expect(answer.identical).toBe(expected.changes.length === 0);
  const findChange = (name: string): Change | undefined =>
    answer.changes.find((change) => change.name === name);
  for (const [name, text] of Object.entries(expected.texts ?? {}))
    expect(markChanges(findChange(name)?.text)).toBe(text);
  const formatTexts = (all: Text[] = []): string[] =>
    all.map(({ how, text }) => `${how.join(' ')}: ${markChanges(text)}`);
  for (const what of ['items', 'notes', 'boxes', 'arrows'] as const)
    for (const [name, texts] of Object.entries(expected[what] ?? {}))
      expect(formatTexts(findChange(name)?.[what])).toEqual(texts);
  for (const [name, rows] of Object.entries(expected.rows ?? {}))
    expect(findChange(name)?.rows?.map((row) => `${row.name}: ${row.how.join(' ')}`)).toEqual(rows);
  for (const [name, cells] of Object.entries(expected.cells ?? {}))
    expect(
      findChange(name)?.rows?.flatMap((row) =>
        row.cells.map((cell) => `${row.name}, ${cell.column}: ${cell.before} → ${cell.after}`),
      ),
    ).toEqual(cells);
  expect(
    answer.figures.map(
      ({ id, before, after, causes }) => `${id}: ${before.text} → ${after.text} (${causes.join(' and ')})`,
    ),
  ).toEqual(expected.figures ?? []);
});
