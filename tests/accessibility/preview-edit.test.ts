import axe from 'axe-core';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyProject } from '../support/run-papers.js';
import { checkContrast, checkOverflow, checkWithAxe } from './check-page.js';
import { startBrowserPreview, type BrowserPreview } from './start-browser-preview.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';
const FACTS = 'data/2024-25-q2/facts.yaml';

let session: BrowserPreview;
let page: Page;
let originals: Map<string, string>;
beforeAll(async () => {
  session = await startBrowserPreview(copyProject('tests/papers/parks-update'), ['--edit']);
  originals = new Map([PAPER, FACTS].map((file) => [file, read(file)]));
});
beforeEach(() => {
  for (const file of originals.keys()) session.track(file);
});
afterEach(() => session.reset());
afterAll(async () => {
  expect(session.strays).toEqual([]);
  await session.end();
});

const paper = (): FrameLocator => page.frameLocator('#paper-frame');
const editor = (): Locator => paper().locator('.editor');
const field = (): Locator => editor().locator('textarea, input').first();
const editButton = (name: string): Locator => paper().getByRole('button', { name, exact: true });
const readNote = (): Promise<string> => page.locator('body > .note').innerText();
const findFocused = (): Promise<string> =>
  paper()
    .locator('body')
    .evaluate(
      ({ ownerDocument: { activeElement } }) => activeElement?.ariaLabel ?? activeElement?.tagName ?? '',
    );

function read(file: string): string {
  return readFileSync(join(session.root, file), 'utf8');
}

/** Lists the faults of the page and of the paper in its frame. */
async function findFaults(): Promise<string[]> {
  const inner = page.frames().filter((candidate) => candidate.url().includes('paper.html'));
  const faults = [
    ...(await checkWithAxe(page)),
    ...(await checkContrast(page)),
    ...(await checkOverflow(page)),
  ];
  for (const frameOfPaper of inner) {
    // The functions only use what pages and frames share.
    const asPage = frameOfPaper as unknown as Page;
    await frameOfPaper.evaluate(axe.source);
    faults.push(
      ...(await checkWithAxe(asPage)),
      ...(await checkContrast(asPage)),
      ...(await checkOverflow(asPage)),
    );
  }
  return faults;
}

async function open(name: string): Promise<void> {
  await editButton(name).focus();
  await page.keyboard.press('Enter');
  await editor().waitFor();
}

describe.each<[string, { width: number; height: number }, 'light' | 'dark']>([
  ['a wide window', { width: 1400, height: 900 }, 'light'],
  ['a dark window', { width: 1400, height: 900 }, 'dark'],
  ['a phone', { width: 390, height: 844 }, 'light'],
])('in %s', (_name, size, colorScheme) => {
  beforeEach(async () => {
    page = await session.open(size);
    await page.emulateMedia({ colorScheme });
    await editButton('Edit the heading “1. Progress”').waitFor({ state: 'attached' });
  });

  test('has the scheme of the reader around the paper', async () => {
    const ground = await page
      .locator('#problems')
      .evaluate((element) => getComputedStyle(element.ownerDocument.documentElement).backgroundColor);
    const [red = 255] = /\d+/.exec(ground)?.map(Number) ?? [];
    expect(red < 128).toBe(colorScheme === 'dark');
    expect(await findFaults()).toEqual([]);
  });

  test('edits a paragraph by keyboard, with its problems beside it', async () => {
    await open('Edit paragraph 1.2');
    expect(await field().evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await findFaults()).toEqual([]);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' See {{ref "nothing"}}.');
    await editor().getByText('nothing in this paper has the label').waitFor();
    expect(await editor().locator('.editor-status').first().innerText()).toBe('In this text: 1 error.');
    expect(await findFaults()).toEqual([]);
    expect(read(PAPER)).toBe(originals.get(PAPER));
    await field().fill((await field().inputValue()).replace(' See {{ref "nothing"}}.', ' It is invented.'));
    await page.keyboard.press('Control+Enter');
    await editor().waitFor({ state: 'detached' });
    expect(await readNote()).toBe('Saved: Paragraph “research”');
    await paper().getByText('It is invented.').waitFor();
    expect(await findFocused()).toBe('Edit paragraph 1.2');
    expect(read(PAPER)).toContain('It is invented.');
    await page.keyboard.press('Control+z');
    await expect.poll(readNote).toBe('Undone: Paragraph “research”');
    expect(read(PAPER)).toBe(originals.get(PAPER));
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(readNote).toBe('Made again: Paragraph “research”');
    expect(read(PAPER)).toContain('It is invented.');
  });

  test('edits a figure from its box', async () => {
    await paper().locator('[data-figure="facts.budget"]').first().press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Edit', exact: true }).press('Enter');
    await editor().waitFor();
    expect(await field().inputValue()).toBe('12500');
    expect(await findFaults()).toEqual([]);
    await field().fill('13000');
    await page.keyboard.press('Enter');
    await paper().getByText('£13,000').first().waitFor();
    expect(read(FACTS)).toBe(originals.get(FACTS)?.replace('12500', '13000'));
    expect(await paper().locator(':focus').getAttribute('data-figure')).toBe('facts.budget');
  });

  test('offers the figures that a computed one comes from', async () => {
    await paper().locator('[data-figure="visits"]').first().press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It is computed.').waitFor();
    expect(await dialog.locator('#figure-edits button').count()).toBe(2);
    expect(await findFaults()).toEqual([]);
  });

  test('asks before a typed text is lost', async () => {
    await open('Edit paragraph 1.1');
    await page.keyboard.type('Mine. ');
    await page.keyboard.press('Escape');
    expect(await findFocused()).toBe('BUTTON');
    await editor().getByText('Your text is not saved. Discard it?').waitFor();
    expect(await findFaults()).toEqual([]);
    await editor().getByRole('button', { name: 'Keep editing' }).press('Enter');
    expect(await field().inputValue()).toContain('Mine. ');
    await page.keyboard.press('Escape');
    await editor().getByRole('button', { name: 'Discard' }).press('Enter');
    await editor().waitFor({ state: 'detached' });
    expect(await findFocused()).toBe('Edit paragraph 1.1');
    expect(read(PAPER)).toBe(originals.get(PAPER));
  });

  test('shows both texts if the file has changed, and takes the one that the author chooses', async () => {
    await open('Edit paragraph 1.1');
    await field().fill((await field().inputValue()).replace('The team', 'My team'));
    session.change(PAPER, (text) => text.replace('The team', 'Their team'));
    const theirs = read(PAPER);
    await page.keyboard.press('Control+Enter');
    await editor().getByText('Theirs, in the file').waitFor();
    expect(await editor().locator('pre').allInnerTexts()).toEqual([
      expect.stringContaining('Their team put in'),
      expect.stringContaining('My team put in'),
    ]);
    expect(await findFaults()).toEqual([]);
    expect(read(PAPER)).toBe(theirs);
    await editor().getByRole('button', { name: 'Keep editing' }).press('Enter');
    await page.keyboard.press('Control+Enter');
    await editor().waitFor({ state: 'detached' });
    expect(read(PAPER)).toBe(theirs.replace('Their team', 'My team'));
  });

  test('adds, moves and deletes a paragraph, and takes all back', async () => {
    await open('Edit paragraph 1.1');
    await editor().getByRole('button', { name: 'Add a paragraph after this' }).press('Enter');
    await page.keyboard.type('Invented gardeners plant trees in every park.');
    expect(await editor().getByLabel('Its label, by which others cite it').inputValue()).toMatch(/^[a-z-]+$/);
    expect(await findFaults()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await paper().getByText('Invented gardeners').waitFor();
    await open('Edit paragraph 1.2');
    await editor().getByRole('button', { name: 'Move up' }).press('Enter');
    await expect
      .poll(() => paper().locator('.hanging').getByText('Invented gardeners').innerText())
      .toMatch(/^1\.1\./);
    await open('Edit paragraph 1.2');
    await editor().getByRole('button', { name: 'Delete' }).press('Enter');
    await editor().getByText('It is cited in 2 places').waitFor();
    expect(await findFaults()).toEqual([]);
    await editor().getByRole('button', { name: 'Delete it' }).press('Enter');
    await expect.poll(() => page.locator('#status').innerText()).toMatch(/^Not updated/);
    for (const words of ['Deletion of', 'Move of', 'New paragraph']) {
      await page.getByRole('button', { name: 'Undo' }).press('Enter');
      await expect.poll(readNote).toMatch(new RegExp(`^Undone: ${words}`));
    }
    expect(read(PAPER)).toBe(originals.get(PAPER));
  });

  test('mends an error from the list of problems, in a dialog', async () => {
    session.change(PAPER, (text) => text.replace('{{ref "furniture"}}', '{{ref "furnitur"}}'));
    await page
      .locator('#problem-list')
      .getByRole('button', { name: /^Edit data/ })
      .press('Enter');
    const dialog = page.getByRole('dialog');
    const text = dialog.locator('textarea').first();
    await text.waitFor();
    expect(await findFaults()).toEqual([]);
    await text.fill((await text.inputValue()).replace('furnitur"', 'furniture"'));
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(read(PAPER)).toBe(originals.get(PAPER));
  });

  test('keeps the paper around an open editor as it is', async () => {
    await open('Edit paragraph 1.2');
    await page.keyboard.type('Mine. ');
    session.change(FACTS, (text) => text.replace('12500', '12600'));
    await expect.poll(readNote).toBe('The files have changed. The paper shows it when you close the editor.');
    expect(await field().inputValue()).toContain('Mine. ');
    await page.keyboard.press('Control+Enter');
    await paper().getByText('£12,600').first().waitFor();
    await paper().getByText('Mine.').first().waitFor();
  });
});

test('says that the preview had an internal error, and keeps the text', async () => {
  page = await session.open({ width: 1400, height: 900 });
  await page.route('**/edit-save', (route) => route.fulfill({ status: 500, body: 'internal error' }));
  await editButton('Edit paragraph 1.2').waitFor({ state: 'attached' });
  await open('Edit paragraph 1.2');
  await field().fill('Another text.');
  await page.keyboard.press('Control+Enter');
  await editor().getByText('The preview had an internal error').waitFor();
  expect(await field().inputValue()).toBe('Another text.');
  expect(read(PAPER)).toBe(originals.get(PAPER));
  expect(session.strays.splice(0)).toEqual([expect.stringContaining('500')]); // the browser reports the status
});

test('edits the title of an appendix and a note below a table', async () => {
  const method = 'templates/parks-update/appendices/method.md.hbs';
  const tables = 'templates/parks-update/tables.yaml';
  const originalTables = read(tables);
  session.track(method);
  session.track(tables);
  page = await session.open({ width: 1400, height: 900 });
  await editButton('Edit the note “Low is better.”').waitFor({ state: 'attached' });
  await open('Edit the note “Low is better.”');
  await field().fill('A low figure is better.');
  await page.keyboard.press('Enter');
  await paper().getByText('A low figure is better.').waitFor();
  expect(read(tables)).toBe(originalTables.replace('Low is better.', 'A low figure is better.'));
  const title = paper().getByRole('button', { name: /^Edit the heading “.*How visits are/ });
  await title.waitFor({ state: 'attached' });
  await title.focus();
  await page.keyboard.press('Enter');
  await editor().waitFor();
  expect(await field().inputValue()).toBe('How visits are counted');
  expect(await findFaults()).toEqual([]);
  await field().fill('Counting: the method');
  await page.keyboard.press('Enter');
  await paper().getByRole('heading', { name: 'Counting: the method' }).waitFor();
  expect(read(method)).toContain('Counting: the method');
});

test('edits a cell of a data set, adds a row and deletes it, on a phone', async () => {
  const depot = await startBrowserPreview(copyProject('tests/papers/depot-contract'), ['--edit']);
  page = await depot.open({ width: 390, height: 844 });
  const cell = editButton('Edit the cell “Bodies”');
  await cell.waitFor({ state: 'attached' });
  await cell.focus();
  await page.keyboard.press('Enter');
  await editor().waitFor();
  expect(await field().inputValue()).toBe('Bodies');
  await editor().getByRole('button', { name: 'Add a row after this one' }).press('Enter');
  for (const text of ['Glass', 'Tab', '10', 'Tab', '27.50'])
    await (text === 'Tab' ? page.keyboard.press(text) : page.keyboard.type(text));
  expect(await findFaults()).toEqual([]);
  await page.keyboard.press('Enter');
  await paper().getByText('Glass').first().waitFor();
  expect(await readNote()).toBe('Saved: New row “Glass”');
  const glass = editButton('Edit the cell “Glass”');
  await glass.waitFor({ state: 'attached' });
  await glass.focus();
  await page.keyboard.press('Enter');
  await editor().getByRole('button', { name: 'Delete this row' }).press('Enter');
  expect(await editor().getByText('Visits a year: 10').isVisible()).toBe(true);
  expect(await findFaults()).toEqual([]);
  await editor().getByRole('button', { name: 'Delete it' }).press('Enter');
  await paper().getByText('Glass').first().waitFor({ state: 'detached' });
  expect(await readNote()).toBe('Saved: Deletion of row “Glass”');
  expect(depot.strays).toEqual([]);
  await depot.end();
});
