import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, runPapers } from '../support/run-papers.js';
import { checkWithAxe, checkContrast, checkHeadings, checkKeyboard, checkOverflow } from './check-page.js';
import { launchBrowser, openPage, setReaderStyle } from './open-page.js';

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

async function withPage<T>(
  size: { width: number; scale?: number },
  inspect: (page: Page, strays: string[]) => Promise<T>,
): Promise<T> {
  const { page, strays } = await openPage(browser, html, size);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  const result = await inspect(page, strays);
  await page.close();
  return result;
}

test.each([1280, 320])(
  'has no fault that axe finds at %i px, and gives the focus to every control',
  async (width) => {
    await withPage({ width }, async (page) => {
      expect(await checkWithAxe(page)).toEqual([]);
      expect(await checkContrast(page)).toEqual([]);
      expect(await checkKeyboard(page)).toEqual([]);
      expect(await checkHeadings(page)).toEqual([]);
    });
  },
);

test.each([
  [{ width: 320 }, ''],
  [{ width: 320, scale: 4 }, ''],
  [{ width: 390 }, 'html { font-size: 200%; }'],
])('does not scroll sideways: %j %s', async (size, style) => {
  await withPage(size, async (page) => {
    await setReaderStyle(page, style);
    expect(await checkOverflow(page)).toEqual([]);
  });
});

test('links only to parts of the page, and makes no request', async () => {
  await withPage({ width: 1280 }, async (page, strays) => {
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
  await withPage({ width: 1280 }, async (page) => {
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
  await withPage({ width: 1280 }, async (page) => {
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
