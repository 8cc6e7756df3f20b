import axe from 'axe-core';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyProject } from '../support/run-papers.js';
import { isDone } from '../support/run-preview.js';
import { checkWithAxe, checkContrast, checkHeadings, checkOverflow } from './check-page.js';
import { startBrowserPreview, waitForPaper, type BrowserPreview } from './start-browser-preview.js';

const PAPER = 'data/2008-09-q3/tp-thematic-performance.yaml';

let session: BrowserPreview;
let page: Page;
beforeAll(async () => {
  session = await startBrowserPreview(copyProject('.'));
});
afterEach(() => session.reset());
afterAll(() => session.end());

const paper = (): FrameLocator => page.frameLocator('#paper-frame');
const addLine = (text: string): string =>
  text.replace('TP helps to pay for', 'An invented line. TP helps to pay for');
const breakPaper = (text: string): string => text.replace(/^narrative:/m, 'narative:');
const fixPaper = (text: string): string => text.replace(/^narative:/m, 'narrative:');

const findFaults = async (): Promise<string[]> => {
  for (const frame of page.frames()) if (frame.url().includes('paper.html')) await frame.evaluate(axe.source);
  return checkWithAxe(page);
};
const readTop = (locator: Locator): Promise<number> =>
  locator.evaluate((element) => element.getBoundingClientRect().top);
const isFocused = (id: string): Promise<boolean> =>
  page.evaluate((name) => document.activeElement?.id === name, id);

/** Follows the link to the problems by keyboard, and moves the focus to their list. */
async function tabToProblems(): Promise<void> {
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await page.locator('#problems:target').waitFor();
  const hasFilter = await page.locator('#problem-filter').isVisible();
  for (let stops = hasFilter ? 5 : 2; stops > 0; stops--) await page.keyboard.press('Tab'); // first the button that collapses it
  await expect.poll(() => isFocused('problem-list')).toBe(true);
}

describe('in a wide window', () => {
  beforeEach(async () => {
    page = await session.open({ width: 1600, height: 900 });
  });
  const takeScreenshot = async (name: string): Promise<void> => {
    const folder = process.env['SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  test('has no fault that axe finds, in the page or the paper', async () => {
    expect(await findFaults()).toEqual([]);
    expect(await checkHeadings(page)).toEqual([]);
    await takeScreenshot('good');
  });

  test('explains a figure by keyboard, and returns the focus', async () => {
    const figure = paper().locator('[data-figure]').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/File\s+data\/.*\.yaml:\d+:\d+/);
    await takeScreenshot('figure');
    expect(await findFaults()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect
      .poll(() => figure.evaluate((element) => element === element.ownerDocument.activeElement))
      .toBe(true);
  });

  test('shows a save without scrolling, and marks it in words', async () => {
    const heading = paper().locator('h2').nth(4);
    await heading.evaluate((element) => element.scrollIntoView());
    const before = await readTop(heading);
    session.change(PAPER, addLine);
    const marked = paper().locator('[data-change]');
    await marked.filter({ hasText: 'An invented line.' }).waitFor({ state: 'attached' });
    expect(await marked.count()).toBe(1);
    expect(await marked.evaluate((element) => getComputedStyle(element, '::before').content)).toBe(
      '"changed, gained a sentence"',
    );
    expect(Math.abs((await readTop(heading)) - before)).toBeLessThan(3);
    await page.getByRole('button', { name: 'Next change' }).click();
    await expect.poll(() => readTop(marked)).toBeLessThan(100);
    await takeScreenshot('changed');
  });

  test('shows problems for keyboard users, and keeps the last valid paper', async () => {
    const main = paper().locator('main');
    await session.save(PAPER, addLine);
    await expect.poll(() => main.innerText()).toContain('An invented line.');
    session.change(PAPER, breakPaper);
    const panel = page.getByRole('region', { name: /error/ });
    await expect.poll(() => panel.innerText()).toContain(`${PAPER}:`);
    await expect.poll(() => panel.innerText()).toContain('Hint:');
    expect(await page.locator('#status').innerText()).toMatch(/Not updated: fix \d+ errors?/);
    expect(await main.innerText()).toContain('An invented line.');
    expect(await findFaults()).toEqual([]);
    expect(await checkContrast(page)).toEqual([]);
    await tabToProblems();
    await takeScreenshot('broken');
    session.change(PAPER, fixPaper);
    await panel.waitFor({ state: 'hidden' });
  });

  describe('the PDF', () => {
    /** Reads the scroll position of the PDF's box. Also tells if every visible page is drawn. */
    const readPdfBox = (): Promise<{ top: number; drawn: boolean }> =>
      page.locator('#pdf-pages').evaluate((box) => {
        const frame = box.getBoundingClientRect();
        const visible = [...box.querySelectorAll('.page')].filter((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return bottom > frame.top && top < frame.bottom;
        });
        const drawn =
          visible.length > 0 && visible.every((element) => element.querySelector('canvas') !== null);
        return { top: Math.round(box.scrollTop), drawn };
      });
    const readPdfTop = async (): Promise<number> => (await readPdfBox()).top;
    const scrollPaper = (): Promise<void> =>
      paper()
        .locator('h2')
        .nth(6)
        .evaluate((heading) => heading.scrollIntoView());

    /** Watches the pictures in sight. Counts those not yet replaced, and notes a page that loses its picture before that. */
    const watchPictures = () =>
      page.locator('#pdf-pages').evaluateHandle((box) => {
        const frame = box.getBoundingClientRect();
        const pictures = [...box.querySelectorAll('canvas')].filter((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return bottom > frame.top && top < frame.bottom;
        });
        const pages = pictures.map(({ parentElement }) => parentElement);
        let hasEmptyPage = false;
        new MutationObserver(() => {
          hasEmptyPage ||= pages.some((element) => !element?.querySelector('canvas'));
        }).observe(box, { childList: true, subtree: true });
        return {
          countOld: () => pictures.filter(({ isConnected }) => isConnected).length,
          hasEmptyPage: () => hasEmptyPage,
        };
      });

    test('scrolls with the paper, and keeps its place when it is rebuilt', async () => {
      await expect.poll(readPdfBox).toEqual({ top: 0, drawn: true });
      await scrollPaper();
      await expect.poll(readPdfTop).toBeGreaterThan(5000);
      await page.locator('#pdf-pages').evaluate((box) => (box.scrollTop = box.scrollHeight * 0.18));
      await expect.poll(readPdfBox).toMatchObject({ drawn: true });
      const before = await readPdfTop();
      const watch = await watchPictures();
      expect(await watch.evaluate(({ countOld }) => countOld())).toBeGreaterThan(0);
      const added = 'An invented line that is put in above what is read. '.repeat(8);
      await session.save(PAPER, (text) => text.replace('TP helps to pay for', `${added}TP helps to pay for`));
      await expect.poll(() => watch.evaluate(({ countOld }) => countOld())).toBe(0);
      expect(await watch.evaluate(({ hasEmptyPage }) => hasEmptyPage())).toBe(false);
      const moved = (await readPdfTop()) - before; // the visible words moved down with their page
      expect(moved).toBeGreaterThan(20);
      expect(moved).toBeLessThan(400);
      await expect.poll(readPdfBox).toEqual({ top: before + moved, drawn: true });
    });

    test('starts at the place in the paper, even if a save comes while it loads', async () => {
      await expect.poll(readPdfBox).toMatchObject({ drawn: true });
      let release = (): void => undefined;
      const released = new Promise<void>((done) => (release = done));
      await page.route('**/pdf-worker.js', async (route) => {
        await released;
        await route.continue();
      });
      const waitForFetch = async (number: number): Promise<void> => {
        const response = await page.waitForResponse(new RegExp(`paper\\.pdf\\?paper=${number}$`));
        await response.finished();
      };
      const { pdf } = await session.preview.until(isDone);
      await Promise.all([waitForFetch(pdf ?? 0), page.reload()]);
      await waitForPaper(page);
      await scrollPaper();
      await Promise.all([waitForFetch((pdf ?? 0) + 1), session.save(PAPER, addLine)]);
      release();
      await expect.poll(readPdfTop).toBeGreaterThan(5000);
    });

    test('opens in a new tab, in the browser’s viewer', async () => {
      const newTab = page.context().waitForEvent('page');
      await page.getByRole('link', { name: 'Open the PDF' }).click();
      const tab = await newTab;
      await expect.poll(() => tab.evaluate(() => document.contentType)).toBe('application/pdf');
      expect(await tab.evaluate(() => opener === null)).toBe(true);
    });
  });
});

describe.each([
  { width: 320, height: 640, text: 16 },
  { width: 320, height: 640, text: 32 },
  { width: 640, height: 360, text: 16 },
  { width: 700, height: 900, text: 16 },
])('in a window of $width by $height with text of $text pixels', ({ width, height, text }) => {
  beforeEach(async () => {
    page = await session.open({ width, height });
    for (const frame of page.frames())
      await frame.evaluate((size) => (document.documentElement.style.fontSize = `${size}px`), text);
  });
  const findAllFaults = async (): Promise<string[]> => [
    ...(await findFaults()),
    ...(await checkContrast(page)),
    ...(await checkOverflow(page)),
  ];

  test('switches between paper and PDF by keyboard, and keeps the place of each', async () => {
    expect(await findAllFaults()).toEqual([]);
    const heading = paper().locator('h2').nth(4);
    await heading.evaluate((element) => element.scrollIntoView());
    const top = await readTop(heading);
    for (let pressed = 0; !(await isFocused('show-pdf')) && pressed < 10; pressed++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#pdf-pages canvas').first().waitFor();
    await expect
      .poll(() => page.locator('#pdf-pages').evaluate((box) => box.scrollTop))
      .toBeGreaterThan(1000);
    expect(await page.locator('#paper-frame').isVisible()).toBe(false);
    for (const id of ['open-search', 'open-labels', 'open-pdf', 'pdf-pages']) {
      await page.keyboard.press('Tab');
      expect(await isFocused(id)).toBe(true);
    }
    expect(await findAllFaults()).toEqual([]);
    for (let stops = 5; stops > 0; stops--) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await page.locator('#pdf-pages').waitFor({ state: 'hidden' });
    expect(await readTop(heading)).toBeCloseTo(top, 0);
  });

  test('opens a figure at the start of its explanation, and reaches the problems', async () => {
    const figure = paper().locator('[data-figure]').nth(3);
    await figure.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await isFocused('figure-name')).toBe(true);
    expect(await dialog.evaluate((element) => element.scrollTop)).toBe(0);
    expect(await findAllFaults()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    session.change(PAPER, breakPaper);
    const panel = page.getByRole('region', { name: /error/ });
    await panel.waitFor();
    expect(await findAllFaults()).toEqual([]);
    await tabToProblems();
    const box = await page.locator('#problem-list li').first().boundingBox();
    expect(box).not.toBeNull();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(height);
    session.change(PAPER, fixPaper);
    await panel.waitFor({ state: 'hidden' });
  });
});

test('makes no request to another address, and violates no policy', () => {
  expect(session.strays).toEqual([]);
});
