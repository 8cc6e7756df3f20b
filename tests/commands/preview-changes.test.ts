import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChangedText, FigureFacts, PreviewState } from '../../src/preview/preview-state.js';
import { readAttribute, readHtml } from '../support/read-html.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';
import { isDone, runPreview, saveInto, type RunningPreview } from '../support/run-preview.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';
const TEMPLATE = 'templates/parks-update/paper.yaml';
const VISITS = 'templates/parks-update/sections/visits.md.hbs';
const LIST = `      1. First the benches.
         - Oak ones.
         - Others.
      2. Then the bin, open 24/7.
`;

let copy: Copy;
let preview: RunningPreview;
beforeAll(async () => {
  copy = copyProject('tests/papers/parks-update');
  preview = await runPreview(copy.root);
});
afterAll(async () => {
  await preview.end();
  copy.remove();
});

const save = (path: string, edit: (text: string) => string): Promise<PreviewState> =>
  saveInto({ preview, copy }, path, edit);

/** A replaced text, and the marks that the preview must show. */
interface Edit {
  what: string;
  path?: string;
  from: string;
  to: string;
  marked: string[];
  removed?: number;
}

/**
 * The lines of the header are: 0 status, 1 masthead, 2 title, 3 report, 4 purpose, 5 wards. Section 0 is "Progress" and section 1
 * "Visits and views".
 */
const EDITS: Edit[] = [
  {
    what: 'a new title',
    path: TEMPLATE,
    from: 'title: Parks update',
    to: 'title: Parks and gardens',
    marked: ['- 2 changed'],
  },
  {
    what: 'a changed field of the header block',
    from: 'purpose: To note',
    to: 'purpose: To hear of',
    marked: ['- 4 changed'],
  },
  {
    what: 'the removal of a field',
    path: TEMPLATE,
    from: '    - { id: ward, name: Wards, value: All, required: false }\n',
    to: '',
    marked: [],
    removed: 1,
  },
  {
    what: 'a changed marking',
    from: 'marking: OFFICIAL',
    to: 'marking: INVENTED',
    marked: ['- 0 changed'],
  },
  { what: 'the removal of a marking', from: 'marking: INVENTED\n', to: '', marked: [], removed: 1 },
  { what: 'the removal of a list', from: LIST, to: '', marked: [], removed: 1 },
  {
    what: 'an inserted list',
    from: '    research: |',
    to: `${LIST}    research: |`,
    marked: ['0 1 new'],
  },
  { what: 'a reworded list', from: 'Oak ones', to: 'Elm ones', marked: ['0 1 changed'] },
  {
    what: 'the removal of a note',
    path: VISITS,
    from: '\n> [!NOTE]\n> A note on the survey in {{ref "views"}}; {{ref "litter-table"}} has litter.',
    to: '\nA paragraph on {{ref "views"}} and {{ref "litter-table"}}.',
    marked: ['1 8 new'],
    removed: 1,
  },
  {
    what: 'an entry inserted before others',
    from: '  progress:\n',
    to: `  progress:
    moved: |
      A line that is invented, with no list.
`,
    marked: ['0 0 new'],
  },
];

test.each(EDITS.map((entry) => [entry.what, entry] as const))(
  'marks %s, and nothing else',
  async (_what, entry) => {
    const { path = PAPER, from, to, marked, removed = 0 } = entry;
    const state = await save(path, (text) => text.replace(from, () => to));
    expect(
      state.changes.map(({ section, block, kind }) => `${section ?? '-'} ${block ?? 'heading'} ${kind}`),
    ).toEqual(marked);
    expect(state.removed).toBe(removed);
  },
);

test('names a sentence that a paragraph lost, and one that it gained', async () => {
  const lost = await save(PAPER, (text) => text.replace(' It cost {{facts.budget}}.', ''));
  expect(lost.changes).toEqual([
    { section: 0, block: expect.any(Number) as number, kind: 'changed', sentences: ['lost a sentence'] },
  ]);
  const gained = await save(PAPER, (text) =>
    text.replace(
      ' See {{ref "visits-text"}}',
      ' It cost {{facts.budget}}. It rained. See {{ref "visits-text"}}',
    ),
  );
  expect(gained.changes.map(({ sentences }) => sentences)).toEqual([['gained 2 sentences']]);
});

test('finds the words that were added and removed, in texts and in a new number', async () => {
  const readWords = async ({ compared }: PreviewState): Promise<ChangedText[]> => {
    const { body } = await preview.ask(`changed-words?paper=${compared ?? 0}`);
    return (JSON.parse(body.toString('utf8')) as ChangedText[][]).flat();
  };
  const listEdits = (texts: ChangedText[]): string[] =>
    texts
      .flat()
      .flatMap(({ text, isAdded, removed }) =>
        isAdded || removed ? [`${removed} > ${isAdded ? text.trim() : ''}`] : [],
      );
  const reworded = await save(PAPER, (text) => text.replace('It rained.', 'It snowed a lot.'));
  expect(listEdits(await readWords(reworded))).toEqual(['rained > snowed a lot']);
  const renumbered = await save('data/2024-25-q2/facts.yaml', (text) =>
    text.replace('value: 14', 'value: 15').replace('published: 15', 'published: 16'),
  );
  expect(new Set(listEdits(await readWords(renumbered)))).toContain('14 > 15');
  expect((await preview.ask(`changed-words?paper=${(renumbered.compared ?? 0) - 1}`)).status).toBe(404);
});

test('marks a moved entry with a new label at its new position', async () => {
  const { changes, removed } = await save(PAPER, (text) => {
    const moved = /    moved: \|\n.*\n/.exec(text)?.[0] ?? '';
    return text
      .replace(moved, '')
      .replace('  decisions:\n', `${moved.replace('moved', 'relabelled')}  decisions:\n`);
  });
  expect(changes).toEqual([{ section: 0, block: 3, kind: 'moved', sentences: [] }]);
  expect(removed).toBe(0);
});

test('marks an entry that moved to another section as moved, not as new', async () => {
  const { changes, removed } = await save(PAPER, (text) => {
    const entry = /    relabelled: \|\n.*\n/.exec(text)?.[0] ?? '';
    return text.replace(entry, '').replace('  decisions:\n', `  decisions:\n${entry}`);
  });
  expect(changes).toEqual([{ section: 2, block: 0, kind: 'moved', sentences: [] }]);
  expect(removed).toBe(0);
});

test('updates the PDF and the places of figures after an edit that changes no word, and keeps the marks', async () => {
  const before = await save(PAPER, (text) => text.replace('Elm ones', 'Yew ones'));
  const { changes } = await save(PAPER, (text) => `${text}# A comment at the end.\n`);
  expect(changes).toEqual(before.changes);
  const readPdf = (): Buffer =>
    readFileSync(join(copy.root, 'output/2024-25-q2/parks-update/parks-update.pdf'));
  expect(runPapers(['build', '--root', copy.root]).code).toBe(0);
  expect((await preview.ask('paper.pdf')).body.equals(readPdf())).toBe(true);

  await save('data/2024-25-q2/facts.yaml', (text) => text.replace('for tests', 'for these tests'));
  const bins = readHtml(await preview.page()).elements.find(
    (element) => readAttribute(element, 'data-figure') === 'facts.bins',
  );
  const mark = `facts.bins ${(bins && readAttribute(bins, 'data-figure-place')) ?? ''}`;
  const { body } = await preview.ask(`figure?mark=${encodeURIComponent(mark)}`);
  expect((JSON.parse(body.toString('utf8')) as FigureFacts).rows).toContainEqual({
    name: 'Source',
    text: 'Invented for these tests',
  });
});

test('does not rebuild for a file that is saved unchanged', async () => {
  const { paper } = await preview.until(isDone);
  const from = preview.states.length;
  copy.write(PAPER, readFileSync(join(copy.root, PAPER)));
  await preview.until((state) => preview.states.length > from && isDone(state));
  expect(preview.states.at(-1)?.paper).toBe(paper);
});
