import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LONGEST_BESIDE } from '../../src/press/sparing-press.js';
import { listBlocks } from '../../src/model/list-sections.js';
import { buildNewest } from '../support/build-document.js';
import { runPapers } from '../support/run-papers.js';
import { longerPaper, pdfOf } from '../support/stress-projects.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'papers-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** What the command makes from bundles, with a press beside it, against what is made here, in one thread and from the source. */
async function isTheSame(): Promise<{ blocks: number }> {
  expect(runPapers(['build', '--root', root]).code).toBe(0);
  const { pdf, document } = await buildNewest(root);
  expect(readFileSync(pdfOf(root)).equals(pdf)).toBe(true);
  return { blocks: listBlocks(document).length };
}

test('a paper that is typeset in a thread beside has the same bytes', async () => {
  longerPaper(root, 1);
  const { blocks } = await isTheSame();
  expect(blocks).toBeLessThan(LONGEST_BESIDE);
});

test('a long paper, which is not, has them too', async () => {
  longerPaper(root, 16);
  const { blocks } = await isTheSame();
  expect(blocks).toBeGreaterThan(LONGEST_BESIDE);
});
