import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, runPapers } from '../support/run-papers.js';
import { checkHeadings, checkKeyboard } from './check-page.js';
import { launchBrowser, openPage } from './open-page.js';
import { readPrint } from './read-print.js';
import { checkVariants, showVariant } from './variants.js';

/** Opens a redline page with every kind of change in a real browser. */
const QUARTER = 'data/2008-09-q3';
let browser: Browser;
let html = '';

beforeAll(async () => {
  browser = await launchBrowser();
  const [before, after] = [copyProject('.'), copyProject('.')];
  const paper = `${QUARTER}/tp-thematic-performance.yaml`;
  after.change(`${QUARTER}/survey.yaml`, (text) => text.replace('confidence: 64', 'confidence: 50'));
  after.change(paper, (text) => {
    const [head = '', first = '', second = '', rest = ''] = text.split(
      /(?=^ {4}(?:spotlight|burglary-funding|burglary-boroughs):)/m,
    );
    return `${head}${second}${first}${rest}`
      .replace(/(burglary-funding: \|\n +)\S+/, '$1Invented')
      .replace(/(\n +\| ---.*\n) +\|.*\n/, '$1      | Invented | Invented |\n')
      .replace('    attention: |', '    invented: |\n      An *invented* paragraph.\n\n    attention: |')
      .replace('{{words facts.pilot-sites}}', '{{facts.pilot-sites}}')
      .replace('status: final', 'status: draft');
  });
  after.change('templates/tp-thematic-performance/diagrams/framework-diagram.yaml', (text) =>
    text.replace('title: Matrix visits', 'title: Monthly visits'),
  );
  after.change('templates/tp-thematic-performance/paper.yaml', (text) =>
    text.replace('title: Supporting information', 'title: Supporting facts'),
  );
  const page = join(after.root, 'redline.html');
  const { code, err } = runPapers(['diff', before.root, after.root, '--format', 'html', '--output', page]);
  expect(err).toBe('');
  expect(code).toBe(0);
  html = readFileSync(page, 'utf8');
  before.remove();
  after.remove();
});
afterAll(() => browser.close());

async function withPage<T>(inspect: (page: Page, strays: string[]) => Promise<T>): Promise<T> {
  const { page, strays } = await openPage(browser, html, { width: 1280 });
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  const result = await inspect(page, strays);
  await page.close();
  return result;
}

test('has no fault in light, dark, print, narrow windows and large text, and prints within the page', async () => {
  await withPage(async (page) => {
    expect(await checkVariants(page)).toEqual([]);
    expect(await checkHeadings(page)).toEqual([]);
    await showVariant(page, { width: 1280, media: 'print' });
    expect((await readPrint(await page.pdf({ preferCSSPageSize: true }))).outside).toEqual([]);
  });
});

test('gives the focus to every control on a phone', async () => {
  await withPage(async (page) => {
    await showVariant(page, { width: 320 });
    expect(await checkKeyboard(page)).toEqual([]);
  });
});

test('links only to parts of the page, and makes no request', async () => {
  await withPage(async (page, strays) => {
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !document.getElementById(href.slice(1))),
    );
    expect(broken).toEqual([]);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.pdf({ preferCSSPageSize: true });
    expect(strays).toEqual([]);
  });
});

test('moves by keyboard from the summary to a change, and to the next', async () => {
  await withPage(async (page) => {
    const link = page.getByRole('listitem').filter({ hasText: '1 paragraph added' }).getByRole('link');
    await link.focus();
    await page.keyboard.press('Enter');
    const added = page.locator(':target');
    expect(await added.innerText()).toContain('An invented paragraph.');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Previous change');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator(':target').innerText()).not.toContain('An invented paragraph.');
  });
});

test('marks removed and added text in words, and without colour', async () => {
  await withPage(async (page) => {
    const snapshot = await page.locator('#burglary-funding').ariaSnapshot();
    expect(snapshot).toMatch(/deletion: "?removed: \w+/);
    expect(snapshot).toMatch(/insertion: "?added: Invented/);
    const lines = await page.evaluate(() =>
      ['del', 'ins'].map((name) => {
        const element = document.querySelector(`#burglary-funding ${name}`);
        return element ? getComputedStyle(element).textDecorationLine : '';
      }),
    );
    expect(lines).toEqual(['line-through', 'underline']);
  });
});
