import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type Copy } from '../support/run-papers.js';
import { runPreview, type RunningPreview } from '../support/run-preview.js';
import { axeFindings, contrastFindings, headingFindings, overflowFindings } from './findings.js';
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
const findings = (): Promise<string[]> => axeFindings(page);
const shot = async (name: string): Promise<void> => {
  const folder = process.env['SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};

test('the page and the paper in it have no fault that axe knows', async () => {
  for (const frame of page.frames()) if (frame.url().includes('paper.html')) await frame.evaluate(axe.source);
  expect(await findings()).toEqual([]);
  expect(await headingFindings(page)).toEqual([]);
  await shot('good');
});

test('a figure is asked about by keyboard, and the focus comes back', async () => {
  const figure = paper().locator('[data-figure]').first();
  await figure.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.innerText()).toMatch(/File\s+data\/.*\.yaml:\d+:\d+/);
  await shot('figure');
  expect(await findings()).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await figure.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
});

test('a save is shown where the reader is, and marked in words', async () => {
  const read = paper().locator('h2').nth(4);
  await read.evaluate((one) => one.scrollIntoView());
  const top = (): Promise<number> => read.evaluate((one) => Math.round(one.getBoundingClientRect().top));
  const before = await top();
  copy.change(PAPER, (text) => text.replace('TP helps to pay for', 'An invented line. TP helps to pay for'));
  const marked = paper().locator('[data-change]');
  await marked.waitFor({ state: 'attached' });
  expect(await marked.innerText()).toContain('An invented line.');
  expect(await marked.evaluate((one) => getComputedStyle(one, '::before').content)).toBe('"changed"');
  expect(Math.abs((await top()) - before)).toBeLessThan(3);
  await page.getByRole('button', { name: 'Next change' }).click();
  expect(await marked.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(100);
  await shot('changed');
});

/** Where the PDF's box stands, and whether what is in sight of it is drawn. */
const pdf = async (): Promise<{ top: number; drawn: boolean }> =>
  page.locator('#pdf-pages').evaluate((box) => {
    const frame = box.getBoundingClientRect();
    const seen = [...box.querySelectorAll('.page')].filter((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > frame.top && top < frame.bottom;
    });
    const drawn = seen.length > 0 && seen.every((one) => one.querySelector('canvas') !== null);
    return { top: Math.round(box.scrollTop), drawn };
  });
const pdfIs = (number: number): Promise<unknown> =>
  preview.until((state) => state.pdf === number && state.paper === number && state.work === null);

test('the PDF goes where the paper is read, and keeps its own place when it is set anew', async () => {
  await expect.poll(pdf).toMatchObject({ drawn: true });
  await paper()
    .locator('h2')
    .nth(6)
    .evaluate((one) => one.scrollIntoView());
  await expect.poll(async () => (await pdf()).top).toBeGreaterThan(5000);
  await page.locator('#pdf-pages').evaluate((box) => (box.scrollTop = box.scrollHeight * 0.18));
  await expect.poll(pdf).toMatchObject({ drawn: true });
  const before = await pdf();
  const pictured = await page
    .locator('#pdf-pages canvas')
    .first()
    .evaluateHandle((one) => one);
  const { paper: number } = await preview.until((state) => state.pdf === state.paper && state.work === null);
  const added = 'An invented line that is put in above what is read. '.repeat(8);
  copy.change(PAPER, (text) => text.replace('An invented line. ', added));
  await pdfIs((number ?? 0) + 1);
  await expect.poll(() => pictured.evaluate((one) => one.isConnected)).toBe(false); // another picture is there
  const after = await pdf();
  expect(after.drawn).toBe(true);
  expect(after.top - before.top).toBeGreaterThan(20); // the words that are read have gone down with their page
  expect(after.top - before.top).toBeLessThan(400);
  copy.change(PAPER, (text) => text.replace(added, 'An invented line. '));
  await pdfIs((number ?? 0) + 2);
});

test('the PDF opens in a tab of its own, in the viewer of the browser', async () => {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Open the PDF' }).click();
  const tab = await opened;
  await tab.waitForLoadState();
  expect(await tab.evaluate(() => document.contentType)).toBe('application/pdf');
  expect(await tab.evaluate(() => opener === null)).toBe(true);
  await tab.close();
});

test('problems are read by keyboard, and the last good paper stays', async () => {
  copy.change(PAPER, (text) => text.replace(/^narrative:/m, 'narative:'));
  const panel = page.getByRole('region', { name: /error/ });
  await panel.waitFor();
  expect(await panel.innerText()).toContain(`${PAPER}:`);
  expect(await panel.innerText()).toContain('Hint:');
  expect(await page.getByRole('status').innerText()).toMatch(/Not updated: fix \d+ errors?/);
  expect(await paper().locator('main').innerText()).toContain('An invented line.');
  expect(await findings()).toEqual([]);
  expect(await contrastFindings(page)).toEqual([]);
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem-list');
  await shot('broken');
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
      ...(await axeFindings(narrow)),
      ...(await contrastFindings(narrow)),
      ...(await overflowFindings(narrow)),
    ];
  };
  const isFocused = (id: string): Promise<boolean> =>
    narrow.evaluate((name) => document.activeElement?.id === name, id);

  test('paper and PDF are read in turn, by keyboard, and each keeps its place', async () => {
    expect(await faults()).toEqual([]);
    const read = narrow.frameLocator('#paper-frame').locator('h2').nth(4);
    await read.evaluate((one) => one.scrollIntoView());
    const top = await read.evaluate((one) => one.getBoundingClientRect().top);
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
    expect(await read.evaluate((one) => one.getBoundingClientRect().top)).toBeCloseTo(top, 0);
  });

  test('what a figure rests on is read from its beginning, and problems are reached', async () => {
    const figure = narrow.frameLocator('#paper-frame').locator('[data-figure]').nth(3);
    await figure.focus();
    await narrow.keyboard.press('Enter');
    const dialog = narrow.getByRole('dialog');
    await dialog.waitFor();
    expect(await isFocused('figure-name')).toBe(true);
    expect(await dialog.evaluate((one) => one.scrollTop)).toBe(0);
    expect(await faults()).toEqual([]);
    await narrow.keyboard.press('Escape');
    copy.change(PAPER, (was) => was.replace(/^narrative:/m, 'narative:'));
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
    copy.change(PAPER, (was) => was.replace(/^narative:/m, 'narrative:'));
    await panel.waitFor({ state: 'hidden' });
  });
});

test('nothing is asked for from elsewhere, and no policy is offended', () => {
  expect(strays).toEqual([]);
});
