import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MAX_BLOCKS_IN_WORKER } from '../../src/press/low-memory-press.js';
import { listBlocks } from '../../src/model/list-sections.js';
import { buildNewest } from '../support/build-newest.js';
import { runPapers } from '../support/run-papers.js';
import { writeLongerPaper, findPdf } from '../support/stress-projects.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'papers-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Compares the PDF of the bundled command, which has a worker, with a PDF that this process builds in its own thread. */
async function expectSameBytes(): Promise<{ blocks: number }> {
  expect(runPapers(['build', '--root', root]).code).toBe(0);
  const { pdf, document } = await buildNewest(root);
  expect(readFileSync(findPdf(root)).equals(pdf)).toBe(true);
  return { blocks: listBlocks(document).length };
}

test('typesets a short paper in the worker to the same bytes', async () => {
  writeLongerPaper(root, 1);
  const { blocks } = await expectSameBytes();
  expect(blocks).toBeLessThan(MAX_BLOCKS_IN_WORKER);
});

test('typesets a long paper outside the worker to the same bytes', async () => {
  writeLongerPaper(root, 16);
  const { blocks } = await expectSameBytes();
  expect(blocks).toBeGreaterThan(MAX_BLOCKS_IN_WORKER);
});
