import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContrast, checkHeadings, checkKeyboard, checkOverflow, checkWithAxe } from './check-page.js';
import { launchBrowser, setReaderStyle } from './open-page.js';
import { showVariant } from './variants.js';

/** Opens the documentation site from a disk, as a reader without a network does. */
const PAGES = [
  'index.html',
  'how-to/add-a-table.html',
  'explanation/statistics.html',
  'architecture.html',
  'reference/commands.html',
  'reference/helpers.html',
  'reference/blocks.html',
  'reference/charts.html',
  'reference/rules.html',
  'reference/files/theme.html',
];
const site = mkdtempSync(join(tmpdir(), 'papers-site-'));
let browser: Browser;

beforeAll(async () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', site], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(site, { recursive: true });
});

async function withPage<T>(
  path: string,
  { width }: { width: number },
  inspect: (page: Page, strays: string[]) => Promise<T>,
): Promise<T> {
  const home = pathToFileURL(site).href;
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const strays: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) strays.push(`requests ${request.url()}`);
  });
  page.on('requestfailed', (request) => strays.push(`lacks ${request.url()}`));
  page.on('console', (message) => strays.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => strays.push(error.message));
  await page.goto(`${home}/${path}`);
  const result = await inspect(page, strays);
  await page.close();
  return result;
}

test.each(PAGES)(
  'has no fault that axe finds, light or dark, wide or narrow, and headings in order: %s',
  async (path) => {
    await withPage(path, { width: 1400 }, async (page, strays) => {
      expect(await checkHeadings(page)).toEqual([]);
      for (const scheme of ['light', 'dark'] as const)
        for (const width of [1400, 320]) {
          await showVariant(page, { width, scheme });
          const where = `${scheme}, ${width} px`;
          expect(await checkWithAxe(page), where).toEqual([]);
          expect(await checkContrast(page), where).toEqual([]);
          expect(await checkOverflow(page), where).toEqual([]);
        }
      expect(strays).toEqual([]);
    });
  },
);

test.each(['index.html', 'how-to/add-a-table.html'])('gives the focus to every control: %s', async (path) => {
  for (const width of [1400, 320])
    await withPage(path, { width }, async (page) => {
      expect(await checkKeyboard(page)).toEqual([]);
    });
});

test('fits a narrow window with text of twice the size', async () => {
  await withPage('how-to/add-a-table.html', { width: 390 }, async (page) => {
    await setReaderStyle(page, 'html { font-size: 200%; }');
    expect(await checkOverflow(page)).toEqual([]);
  });
});

test('skips to the text by keyboard', async () => {
  await withPage('reference/rules.html', { width: 1400 }, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });
});

test('finds a helper by keyboard, from a disk and without a request to elsewhere', async () => {
  await withPage('how-to/add-a-table.html', { width: 1400 }, async (page, strays) => {
    await page.keyboard.press('/');
    await page.keyboard.type('percent-change');
    const first = page.locator('#search-results a').first();
    await first.waitFor();
    expect(await page.getByRole('status').innerText()).toMatch(/^\d+ results?/);
    expect(await checkWithAxe(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/reference\/helpers\.html#percent-change$/);
    expect(strays).toEqual([]);
  });
});

test('says that a search found nothing, and closes on Escape', async () => {
  await withPage('index.html', { width: 320 }, async (page) => {
    await page.getByRole('searchbox').fill('zzzzqqqq');
    await expect.poll(() => page.getByRole('status').innerText()).toContain('Nothing was found');
    await page.keyboard.press('Escape');
    expect(await page.locator('#search-results').isVisible()).toBe(false);
  });
});

test('shows every page and the pieces of a paper without scripts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(site, 'reference/helpers.html')).href);
  expect(await page.getByRole('link', { name: 'Add a chart' }).isVisible()).toBe(true);
  expect(await page.getByText('Satisfaction rose by 4 percentage points').first().isVisible()).toBe(true);
  await context.close();
});

test('prints the text without the navigation', async () => {
  await withPage('how-to/add-a-table.html', { width: 1400 }, async (page, strays) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Add a table' }).isVisible()).toBe(true);
    await page.pdf({ preferCSSPageSize: true });
    expect(strays).toEqual([]);
  });
});
