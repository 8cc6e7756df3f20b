import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyProject, type Copy } from '../support/run-papers.js';
import { checkContrast, checkOverflow, checkWithAxe } from './check-page.js';
import { startBrowserPreview, type BrowserPreview } from './start-browser-preview.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';
const WINDOW = { width: 1400, height: 900 };

/** Copies a project and adds 14 warnings of one rule to one of another. */
function copyWithWarnings(): Copy {
  const copy = copyProject('tests/papers/parks-update');
  const ducks = Array.from({ length: 14 }, (_, index) => `We saw ${120 + index} per cent of invented ducks.`);
  copy.change(PAPER, (text) => text.replace('The team put in', `${ducks.join(' ')} The team put in`));
  copy.change('templates/parks-update/paper.yaml', (text) =>
    text.replace(
      'number-is-bound: off, base-is-known: off',
      'number-is-bound: warning, base-is-known: error',
    ),
  );
  return copy;
}

let session: BrowserPreview;
let page: Page;
afterEach(() => session.reset());

const panel = (): Locator => page.locator('#problems');
const group = (): Locator => panel().getByText('15 warnings: number-is-bound');
const findFaults = async (): Promise<string[]> => [
  ...(await checkWithAxe(page)),
  ...(await checkContrast(page)),
  ...(await checkOverflow(page)),
];

describe('the panel of problems', () => {
  beforeAll(async () => {
    session = await startBrowserPreview(copyWithWarnings());
  });
  beforeEach(async () => {
    page = await session.open(WINDOW);
  });
  afterAll(() => session.end());

  test('groups the warnings of one rule, opens the group by keyboard, and keeps it open', async () => {
    const items = panel().locator('#problem-list > li');
    expect(await items.count()).toBe(2);
    expect(await findFaults()).toEqual([]);
    await group().focus();
    await page.keyboard.press('Enter');
    const places = panel().getByRole('button', { name: `${PAPER}:11` });
    await expect.poll(() => places.count()).toBeGreaterThan(13);
    expect(await findFaults()).toEqual([]);
    await session.save(PAPER, (text) => text.replace('We saw 120 per cent', 'We saw many per cent'));
    await panel().getByText('14 warnings: number-is-bound').waitFor();
    expect(await places.first().isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  });

  test('takes no more than a third of the window', async () => {
    await group().click();
    const { height = 0 } = (await panel().boundingBox()) ?? {};
    expect(height).toBeGreaterThan(50);
    expect(height).toBeLessThanOrEqual(WINDOW.height / 3);
  });

  test('is collapsed by its button, also after a reload', async () => {
    const toggle = page.getByRole('button', { name: '1 error, 15 warnings' });
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    await toggle.press('Space');
    await page.locator('#problem-list').waitFor({ state: 'hidden' });
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    expect((await panel().boundingBox())?.height).toBeLessThan(50);
    expect(await findFaults()).toEqual([]);
    await page.reload();
    await toggle.waitFor();
    expect(await page.locator('#problem-list').isVisible()).toBe(false);
    await toggle.click();
    await group().waitFor();
  });

  test('shows only errors or only warnings', async () => {
    await page.getByRole('button', { name: 'Errors', exact: true }).click();
    expect(await group().count()).toBe(0);
    expect(await panel().getByText('has no base').count()).toBe(1);
    await page.getByRole('button', { name: 'Warnings', exact: true }).click();
    expect(await panel().getByText('has no base').count()).toBe(0);
    await session.save(PAPER, (text) => text.replace('We saw 120 per cent', 'We saw many per cent'));
    await panel().getByText('14 warnings: number-is-bound').waitFor();
    expect(await panel().getByText('has no base').count()).toBe(0);
  });

  test('copies a place without an editor, from the panel and from the dialog of a figure', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const readClipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await panel()
      .getByRole('button', { name: /^Copy data.*survey\.yaml/ })
      .press('Enter');
    await expect.poll(readClipboard).toMatch(/^data\/.*survey\.yaml:\d+$/);
    expect(await page.locator('body > .note').innerText()).toMatch(/^Copied: data/);
    expect(await findFaults()).toEqual([]);
    await page.frameLocator('#paper-frame').locator('[data-figure]').first().press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Copy data.*facts\.yaml/ }).press('Enter');
    await expect.poll(readClipboard).toMatch(/^data\/.*facts\.yaml:\d+$/);
    expect(await dialog.getByRole('status').innerText()).toMatch(/^Copied: data/);
    expect(await findFaults()).toEqual([]);
  });
});

describe('with an editor that has addresses', () => {
  beforeAll(async () => {
    session = await startBrowserPreview(copyWithWarnings(), ['--editor', 'vscode']);
  });
  afterAll(() => session.end());

  test('links each place to its line', async () => {
    page = await session.open({ width: 390, height: 844 });
    const link = panel().getByRole('link', { name: /^Open in VS Code: data.*survey\.yaml/ });
    expect(await link.getAttribute('href')).toMatch(
      /^vscode:\/\/file\/.*\/data\/2024-25-q1\/survey\.yaml:\d+:\d+$/,
    );
    await page.frameLocator('#paper-frame').locator('[data-figure]').first().press('Enter');
    const place = page.getByRole('dialog').getByRole('link', { name: /^Open in VS Code: data.*facts\.yaml/ });
    expect(await place.getAttribute('href')).toMatch(/^vscode:\/\/file\/.*\/facts\.yaml:\d+:\d+$/);
    expect(await findFaults()).toEqual([]);
  });
});
