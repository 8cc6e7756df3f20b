import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type Copy } from '../support/run-papers.js';
import { runPreview, type RunningPreview } from '../support/run-preview.js';
import { checkWithAxe, checkContrast, checkHeadings, checkOverflow } from './check-page.js';
import { launchBrowser } from './open-page.js';

const PAPER = 'data/2008-09-q3/tp-thematic-performance.yaml';

let browser: Browser;
let copy: Copy;
let preview: RunningPreview;
let page: Page;
const strays: string[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
  copy = copyProject('.');
  preview = await runPreview(copy.root);
  page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  page.on('request', (request) => {
    if (!request.url().startsWith(preview.url)) strays.push(request.url());
  });
  page.on('pageerror', ({ message }) => strays.push(message));
  page.on('console', (message) => strays.push(message.text()));
  await page.goto(preview.url);
  await paper().locator('h1').waitFor();
});
afterAll(async () => {
  await browser.close();
  await preview.end();
  copy.remove();
});

const paper = () => page.frameLocator('#paper-frame');
const findings = (): Promise<string[]> => checkWithAxe(page);
const takeScreenshot = async (name: string): Promise<void> => {
  const folder = process.env['SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};

test('has no fault that axe finds, in the page or the paper', async () => {
  for (const frame of page.frames()) if (frame.url().includes('paper.html')) await frame.evaluate(axe.source);
  expect(await findings()).toEqual([]);
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
  expect(await findings()).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await figure.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
});

test('shows a save without scrolling, and marks it in words', async () => {
  const heading = paper().locator('h2').nth(4);
  await heading.evaluate((element) => element.scrollIntoView());
  const readTop = (): Promise<number> =>
    heading.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await readTop();
  copy.change(PAPER, (text) => text.replace('TP helps to pay for', 'An invented line. TP helps to pay for'));
  const marked = paper().locator('[data-change]');
  await marked.waitFor({ state: 'attached' });
  expect(await marked.innerText()).toContain('An invented line.');
  expect(await marked.evaluate((element) => getComputedStyle(element, '::before').content)).toBe('"changed"');
  expect(Math.abs((await readTop()) - before)).toBeLessThan(3);
  await page.getByRole('button', { name: 'Next change' }).click();
  expect(await marked.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(100);
  await takeScreenshot('changed');
});

/** Reads the scroll position of the PDF's box. Also tells if every visible page is drawn. */
const readPdfBox = async (): Promise<{ top: number; drawn: boolean }> =>
  page.locator('#pdf-pages').evaluate((box) => {
    const frame = box.getBoundingClientRect();
    const visible = [...box.querySelectorAll('.page')].filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > frame.top && top < frame.bottom;
    });
    const drawn = visible.length > 0 && visible.every((element) => element.querySelector('canvas') !== null);
    return { top: Math.round(box.scrollTop), drawn };
  });
const waitForPdf = (number: number): Promise<unknown> =>
  preview.until((state) => state.pdf === number && state.paper === number && state.work === null);

test('scrolls the PDF with the paper, and keeps its place when it is rebuilt', async () => {
  await expect.poll(readPdfBox).toMatchObject({ drawn: true });
  await paper()
    .locator('h2')
    .nth(6)
    .evaluate((heading) => heading.scrollIntoView());
  await expect.poll(async () => (await readPdfBox()).top).toBeGreaterThan(5000);
  await page.locator('#pdf-pages').evaluate((box) => (box.scrollTop = box.scrollHeight * 0.18));
  await expect.poll(readPdfBox).toMatchObject({ drawn: true });
  const before = await readPdfBox();
  // A picture in sight stays until its new one is drawn. One out of sight may be removed at any time.
  const canvas = await page.locator('#pdf-pages').evaluateHandle((box) => {
    const frame = box.getBoundingClientRect();
    const inSight = [...box.querySelectorAll('canvas')].find((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > frame.top && top < frame.bottom;
    });
    if (!inSight) throw new Error('no picture is in sight');
    return inSight;
  });
  const { paper: number } = await preview.until((state) => state.pdf === state.paper && state.work === null);
  const added = 'An invented line that is put in above what is read. '.repeat(8);
  copy.change(PAPER, (text) => text.replace('An invented line. ', added));
  await waitForPdf((number ?? 0) + 1);
  await expect.poll(() => canvas.evaluate((element) => element.isConnected)).toBe(false); // a new canvas replaced it
  const after = await readPdfBox();
  expect(after.drawn).toBe(true);
  expect(after.top - before.top).toBeGreaterThan(20); // the visible words moved down with their page
  expect(after.top - before.top).toBeLessThan(400);
  copy.change(PAPER, (text) => text.replace(added, 'An invented line. '));
  await waitForPdf((number ?? 0) + 2);
});

test('opens the PDF in a new tab, in the browser’s viewer', async () => {
  const newTab = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Open the PDF' }).click();
  const tab = await newTab;
  await tab.waitForLoadState();
  expect(await tab.evaluate(() => document.contentType)).toBe('application/pdf');
  expect(await tab.evaluate(() => opener === null)).toBe(true);
  await tab.close();
});

test('shows problems for keyboard users, and keeps the last valid paper', async () => {
  copy.change(PAPER, (text) => text.replace(/^narrative:/m, 'narative:'));
  const panel = page.getByRole('region', { name: /error/ });
  await panel.waitFor();
  expect(await panel.innerText()).toContain(`${PAPER}:`);
  expect(await panel.innerText()).toContain('Hint:');
  expect(await page.getByRole('status').innerText()).toMatch(/Not updated: fix \d+ errors?/);
  expect(await paper().locator('main').innerText()).toContain('An invented line.');
  expect(await findings()).toEqual([]);
  expect(await checkContrast(page)).toEqual([]);
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem-list');
  await takeScreenshot('broken');
  copy.change(PAPER, (text) => text.replace(/^narative:/m, 'narrative:'));
  await panel.waitFor({ state: 'hidden' });
});

describe.each([
  { width: 320, height: 640, text: 16 },
  { width: 320, height: 640, text: 32 },
  { width: 640, height: 360, text: 16 },
  { width: 700, height: 900, text: 16 },
])('in a window of $width by $height with text of $text pixels', ({ width, height, text }) => {
  let narrow: Page;
  beforeAll(async () => {
    narrow = await browser.newPage({ viewport: { width, height } });
    await narrow.goto(preview.url);
    await narrow.frameLocator('#paper-frame').locator('h1').waitFor();
    for (const frame of narrow.frames())
      await frame.evaluate((size) => (document.documentElement.style.fontSize = `${size}px`), text);
  });
  afterAll(() => narrow.close());
  const faults = async (): Promise<string[]> => {
    for (const frame of narrow.frames())
      if (frame.url().includes('paper.html')) await frame.evaluate(axe.source);
    return [
      ...(await checkWithAxe(narrow)),
      ...(await checkContrast(narrow)),
      ...(await checkOverflow(narrow)),
    ];
  };
  const isFocused = (id: string): Promise<boolean> =>
    narrow.evaluate((name) => document.activeElement?.id === name, id);

  test('switches between paper and PDF by keyboard, and keeps the place of each', async () => {
    expect(await faults()).toEqual([]);
    const heading = narrow.frameLocator('#paper-frame').locator('h2').nth(4);
    await heading.evaluate((element) => element.scrollIntoView());
    const top = await heading.evaluate((element) => element.getBoundingClientRect().top);
    for (let pressed = 0; !(await isFocused('show-pdf')) && pressed < 10; pressed++)
      await narrow.keyboard.press('Tab');
    await narrow.keyboard.press('Enter');
    await narrow.locator('#pdf-pages canvas').first().waitFor();
    await expect
      .poll(() => narrow.locator('#pdf-pages').evaluate((box) => box.scrollTop))
      .toBeGreaterThan(1000);
    expect(await narrow.locator('#paper-frame').isVisible()).toBe(false);
    await narrow.keyboard.press('Tab'); // the link to the PDF
    await narrow.keyboard.press('Tab');
    expect(await isFocused('pdf-pages')).toBe(true);
    expect(await faults()).toEqual([]);
    await narrow.keyboard.press('Shift+Tab');
    await narrow.keyboard.press('Shift+Tab');
    await narrow.keyboard.press('Shift+Tab');
    await narrow.keyboard.press('Space');
    expect(await narrow.locator('#pdf-pages').isVisible()).toBe(false);
    expect(await heading.evaluate((element) => element.getBoundingClientRect().top)).toBeCloseTo(top, 0);
  });

  test('opens a figure at the start of its explanation, and reaches the problems', async () => {
    const figure = narrow.frameLocator('#paper-frame').locator('[data-figure]').nth(3);
    await figure.focus();
    await narrow.keyboard.press('Enter');
    const dialog = narrow.getByRole('dialog');
    await dialog.waitFor();
    expect(await isFocused('figure-name')).toBe(true);
    expect(await dialog.evaluate((element) => element.scrollTop)).toBe(0);
    expect(await faults()).toEqual([]);
    await narrow.keyboard.press('Escape');
    copy.change(PAPER, (before) => before.replace(/^narrative:/m, 'narative:'));
    const panel = narrow.getByRole('region', { name: /error/ });
    await panel.waitFor();
    expect(await faults()).toEqual([]);
    await narrow.locator('.skip').focus();
    await narrow.keyboard.press('Enter');
    await narrow.keyboard.press('Tab');
    expect(await isFocused('problem-list')).toBe(true);
    const { top, bottom } = (await narrow
      .locator('#problem-list li')
      .first()
      .boundingBox()
      .then((box) => box && { top: box.y, bottom: box.y + box.height })) ?? { top: -1, bottom: -1 };
    expect(bottom).toBeGreaterThan(0);
    expect(top).toBeLessThan(height);
    copy.change(PAPER, (before) => before.replace(/^narative:/m, 'narrative:'));
    await panel.waitFor({ state: 'hidden' });
  });
});

test('makes no request to another address, and violates no policy', () => {
  expect(strays).toEqual([]);
});
