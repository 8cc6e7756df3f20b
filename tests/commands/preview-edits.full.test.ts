import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';
import { isDone, runPreview, saveInto, type RunningPreview } from '../support/run-preview.js';

/** A preview keeps parsed files, drawings, faces and pages between builds. None of them may show in the result. */

const PERIOD = 'data/2024-25-q2';
const PAPER = `${PERIOD}/parks-update.yaml`;

let copy: Copy;
let preview: RunningPreview;
beforeAll(async () => {
  copy = copyProject('tests/papers/parks-update');
  preview = await runPreview(copy.root);
});
afterAll(async () => {
  expect(await preview.end()).toBe(0);
  copy.remove();
});

/** Returns the page and the PDF of the running preview. */
async function readShown({ page, ask }: RunningPreview): Promise<{ page: string; pdf: Buffer }> {
  return { page: await page(), pdf: (await ask('paper.pdf')).body };
}

async function expectAsFromTheStart(): Promise<void> {
  const fresh = await runPreview(copy.root);
  await fresh.until(isDone);
  const shown = await readShown(preview);
  const expected = await readShown(fresh);
  expect(await fresh.end()).toBe(0);
  expect(shown.page).toBe(expected.page);
  expect(shown.pdf.equals(expected.pdf), 'the same PDF').toBe(true);
  expect(runPapers(['build', '--root', copy.root]).code).toBe(0);
  const built = join(copy.root, 'output/2024-25-q2/parks-update/parks-update.pdf');
  expect(shown.pdf.equals(readFileSync(built)), 'the same PDF as a build').toBe(true);
}

const LONG = `    more: |\n${'      One more invented paragraph about benches, bins and ducks in the parks.\n\n'.repeat(40)}`;

test.each([
  [
    'a word with letters that the paper did not have',
    PAPER,
    'The team put in',
    'The Žižkov team, at €5 → put in',
  ],
  ['another figure, which a chart shows', `${PERIOD}/survey.yaml`, 'value: 70', 'value: 35'],
  ['pages of more text before the rest', PAPER, '  decisions:\n', `${LONG}  decisions:\n`],
  ['an emphasised word within a paragraph', PAPER, 'stays **small**', 'stays *very* **small**'],
  ['less text again', PAPER, LONG, ''],
  ['the first letters again', PAPER, 'The Žižkov team, at €5 → put in', 'The team put in'],
])('after %s, shows the same page and PDF as a new start and a build', async (_what, file, before, after) => {
  await saveInto({ preview, copy }, file, (text) => {
    expect(text).toContain(before);
    return text.replace(before, after);
  });
  await expectAsFromTheStart();
});
