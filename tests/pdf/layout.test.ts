import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildNewest } from '../support/build-newest.js';
import { listPieces, readStructure, walkElements } from '../support/read-structure.js';
import { copyProject, type Copy } from '../support/run-papers.js';

const THEME = 'templates/theme/theme.yaml';

let project: Copy;
beforeEach(() => {
  project = copyProject('tests/papers/parks-update');
});
afterEach(() => project.remove());

/** Returns the distance in points between the first lines of the paper's first two paragraphs. */
async function measureParagraphDistance(pdf: Uint8Array): Promise<number> {
  const pieces = [...walkElements((await readStructure(pdf)).root)].flatMap((element) =>
    element.role === 'P' ? listPieces(element).slice(0, 1) : [],
  );
  const findLine = (start: string): number =>
    pieces.find(({ text }) => text.trim().startsWith(start))?.lines[0] ?? NaN;
  return findLine('1.1. ') - findLine('First the benches');
}

test('gives every setting a default, so that a theme needs no layout', async () => {
  const { theme } = await buildNewest(project.root);
  expect(theme.layout.paragraphs.below).toBe(8);
  expect(theme.layout.tables.padding).toEqual({ side: 6, narrow: 4, top: 2.9, bottom: 2.2 });
});

test('changes only the setting that the theme names', async () => {
  const before = await buildNewest(project.root);
  project.change(THEME, (text) => `${text}layout:\n  paragraphs: { below: 18 }\n`);
  const after = await buildNewest(project.root);
  const { layout } = before.theme;
  expect(after.theme.layout).toEqual({ ...layout, paragraphs: { below: 18 } });
  const distance = await measureParagraphDistance(before.pdf);
  expect(await measureParagraphDistance(after.pdf)).toBe(distance + 10);
});
