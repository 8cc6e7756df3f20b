import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type Copy } from '../support/run-papers.js';
import { runPreview, type RunningPreview } from '../support/run-preview.js';
import { axeFindings, contrastFindings, headingFindings } from './findings.js';
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
    // The browser's own viewer of PDFs is made of pages too.
    if (!request.url().startsWith(preview.url) && /^(http|ws|ftp|data)/.test(request.url()))
      strays.push(request.url());
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
/** What axe finds. The browser's own viewer of the PDF is not ours to look into. */
const findings = async (): Promise<string[]> =>
  (await axeFindings(page)).filter((one) => !/frame-tested: <iframe id="pdf-frame"/.test(one));
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

test('problems are read by keyboard, and the last good paper stays', async () => {
  copy.change(PAPER, (text) => text.replace(/^narrative:/m, 'narative:'));
  const panel = page.getByRole('region', { name: /error/ });
  await panel.waitFor();
  expect(await panel.innerText()).toContain(`${PAPER}:`);
  expect(await panel.innerText()).toContain('Hint:');
  expect(await page.getByRole('status').innerText()).toMatch(/Not updated: \d+ errors? to mend/);
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

test('nothing is asked for from elsewhere, and no policy is offended', () => {
  expect(strays).toEqual([]);
});
