import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

/**
 * The paper parks-update as a Word document, changed in LibreOffice 7.4 with changes recorded. `edit-in-libreoffice.py` beside the file
 * made it, with the edits in `parks-update.json`.
 */
const RETURNED = resolve('tests/word/returned/parks-update.docx');
const PAPER = 'data/2024-25-q2/parks-update.yaml';
const METHOD = 'templates/parks-update/appendices/method.md.hbs';

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/papers/parks-update');
});
afterEach(() => copy.remove());

const review = (...args: string[]): Run => runPapers(['review', RETURNED, ...args, '--root', copy.root]);
const read = (path: string): string => readFileSync(join(copy.root, path), 'utf8');

interface Change {
  state: string;
  what: string;
  label: string | null;
  author: string;
  before: string;
  after: string;
}

function listChanges(): Change[] {
  return (JSON.parse(review('--json').out) as { changes: Change[] }).changes;
}

test('reads the changes that LibreOffice recorded, by label and author', () => {
  expect(
    listChanges().map(({ state, what, label, author, before, after }) =>
      [state, what, label ?? '-', author, `${before} → ${after}`].join(', '),
    ),
  ).toEqual([
    'ready, words, furniture, Ana Marsh, The team put in → The parks team installed',
    'ready, words, furniture, Ana Marsh,  →  ¶ ',
    'ready, words, furniture, Ana Marsh, First the benches → The benches came first',
    'ready, paragraph deleted, furniture, Ben Okoro, Oak ones. → ',
    'ready, words, furniture, Ana Marsh,  →  & free of charge',
    'ready, words, research, Ben Okoro,  →  very',
    'ready, paragraph added, research, Ben Okoro,  → Volunteers helped on 3 days in June.',
    'refused, words, -, Ben Okoro, fell by → went down by',
    'ready, words, ask, Ben Okoro, that the update is noted → that the update is welcomed',
    'ready, words, -, Ben Okoro, Counters at the gates → Electronic counters at the gates',
  ]);
});

test('applies them to the YAML and the template, and knows them the next time', () => {
  const before = { paper: read(PAPER), method: read(METHOD) };
  const { code, out } = review('--accept', 'all');
  expect(out).toMatch(/^Applied 9 changes in \S*parks-update\.yaml, \S*method\.md\.hbs\.\n/);
  expect(code).toBe(0);
  expect(read(METHOD)).toBe(before.method.replace('Counters at', 'Electronic counters at'));
  expect(read(PAPER)).toBe(
    before.paper
      .replace('The team put in', 'The parks team installed')
      .replace('furniture}}. It cost', 'furniture}}.\n    cost-see-1: |\n      It cost')
      .replace('First the benches', 'The benches came first')
      .replace('         - Oak ones.\n', '')
      .replace('24/7', '24/7 & free of charge')
      .replace('stays **small**', 'stays **very** **small**')
      .replace(
        '  decisions:\n',
        '    volunteers-helped-3: |\n      Volunteers helped on 3 days in June.\n  decisions:\n',
      )
      .replace('is noted', 'is welcomed'),
  );
  expect(runPapers(['check', '--root', copy.root]).code).toBe(0);
  const states = listChanges().map(({ state }) => state);
  expect(states.filter((state) => state === 'applied')).toHaveLength(9);
});
