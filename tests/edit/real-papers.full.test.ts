import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { composePaper } from '../../src/build-paper.js';
import { applyEdit } from '../../src/edit/apply-edit.js';
import type { Edit } from '../../src/edit/edit.js';
import { createTargetFinder, type FoundTarget } from '../../src/edit/find-target.js';
import { listPapers } from '../../src/inputs/project/list-papers.js';
import type { Document } from '../../src/model/document.js';
import { WORKING_EDITION } from '../../src/model/edition.js';
import { listPrintedFigures } from '../../src/model/list-printed-figures.js';
import { listBlocks } from '../../src/model/list-sections.js';
import type { Place } from '../../src/model/problem.js';

const projects = ['.', ...readdirSync('tests/papers').map((name) => join('tests/papers', name))];

async function compose(root: string): Promise<Document> {
  const newest = listPapers(root).at(-1);
  if (!newest) throw new Error(`no paper in ${root}`);
  const result = await composePaper(
    {
      root,
      ...newest,
      access: 'exempt',
      madeAt: null,
      edition: () => WORKING_EDITION,
      onStage: () => undefined,
    },
    { draw: false },
  );
  if (result.state === 'unread') throw new Error(`${root} cannot be read`);
  return result.document;
}

function createFinder(root: string): (place: Place) => ReturnType<ReturnType<typeof createTargetFinder>> {
  const finders = new Map<string, ReturnType<typeof createTargetFinder>>();
  return (place) => {
    const { file } = place;
    const text = /\.xls[xm]/.test(file) ? '' : readFileSync(join(root, file), 'utf8');
    const find = finders.get(file) ?? createTargetFinder(text, file);
    finders.set(file, find);
    return find(place);
  };
}

test.each(projects)('finds what is edited at each figure, block and title of %s', async (root) => {
  const document = await compose(root);
  const find = createFinder(root);
  const figures = listPrintedFigures(document)
    .map(({ figure }) => figure)
    .filter(({ inputs, formula, value }) => !inputs && formula === undefined && value !== null);
  for (const { id, value, place } of figures) {
    const { value: found, refusal } = find(place);
    if (/\.xlsx$/.test(place.file)) expect(refusal?.message).toContain('is edited in the spreadsheet');
    else expect([id, ...readNumbers(found?.text ?? '')]).toContain(Number(value?.toPrecision(12)));
  }
  const blocks = listBlocks(document);
  for (const block of blocks) {
    const { value: found, refusal } = find(block.place);
    // The program writes a note above an exempt appendix, whose place is the front matter.
    if (isInFrontMatter(root, block.place)) {
      expect(refusal?.message).toBe('there is no text here');
      continue;
    }
    expect({ kind: block.kind, refusal }).toEqual({ kind: block.kind, refusal: null });
    if (block.kind === 'heading') expect(found?.target.kind).toBe('heading');
    if (block.kind === 'table' && found?.target.kind === 'yaml')
      expect(['title', 'narrative']).toContain(pathEnds(found));
  }
  expect(figures.length + blocks.length).toBeGreaterThan(3);
});

const isInFrontMatter = (root: string, { file, line }: Place): boolean =>
  line === 1 && file.endsWith('.hbs') && readFileSync(join(root, file), 'utf8').startsWith('---');

/** Reads the numbers of a text as the paper has them: 64% is 0.64. */
function readNumbers(text: string): number[] {
  return [...text.replaceAll(',', '').matchAll(/-?\d+(?:\.\d+)?/g)].flatMap(([number]) => [
    Number(number),
    Number((Number(number) / 100).toPrecision(12)),
  ]);
}

function pathEnds({ target }: FoundTarget): string | number | undefined {
  if (target.kind !== 'yaml') return undefined;
  return target.path[0] === 'narrative' ? 'narrative' : target.path.at(-1);
}

test.each(projects)(
  'edits each figure, block and title of %s, and undoes it to the same bytes',
  async (root) => {
    const document = await compose(root);
    const find = createFinder(root);
    const places = [
      ...listPrintedFigures(document).map(({ figure }) => figure.place),
      ...listBlocks(document).map(({ place }) => place),
    ];
    const found = new Map(
      places.flatMap((place) => {
        const { value } = find(place);
        return value ? [[JSON.stringify(value.target), value] as const] : [];
      }),
    );
    for (const { target, text: before } of found.values()) {
      const text = readFileSync(join(root, target.file), 'utf8');
      const edits: Edit[] = [{ kind: 'set', target, before, after: `${before} #: {{x}}, "y"` }];
      if (target.kind === 'yaml' && target.path[0] === 'narrative') {
        const paragraph = {
          file: target.file,
          section: String(target.path[1]),
          label: String(target.path[2]),
        };
        edits.push(
          { kind: 'delete-paragraph', ...paragraph, before },
          { kind: 'move-paragraph', ...paragraph, after: null },
        );
      }
      for (const edit of edits) {
        const { value: applied } = applyEdit(text, edit);
        expect(applyEdit(applied?.text ?? '', applied?.inverse ?? edit).value?.text).toBe(text);
      }
    }
    expect(found.size).toBeGreaterThan(3);
  },
);
