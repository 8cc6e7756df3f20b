import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { checkHeadings, checkKeyboard } from './check-page.js';
import { launchBrowser } from './open-page.js';
import { fold, readPrint } from './read-print.js';
import { checkVariants } from './variants.js';

/** Opens the archive's pages as files in a real browser. They need no server. */
let browser: Browser;
let project: Project;
const CHANGES = 'parks/2024-11-05/012-parks-update/v1.1/changes.html';
const NOTICE = 'parks/2024-11-05/012-parks-update/notice-v1.0.html';
const STATEMENT = 'parks/2024-11-05/012-parks-update/v1.1/conformance-v1.1.html';

beforeAll(async () => {
  browser = await launchBrowser();
  project = copyParksProject();
  project.change(
    'data/organisation.yaml',
    (text) => `${text}successor: { name: Westmere Council, notice: Westmere Council keeps these papers. }\n`,
  );
  for (const version of ['1.0', '1.1']) {
    project.reword();
    expect(project.issue(version, '--note', 'The first step is <named>.').code).toBe(0);
  }
});
afterAll(async () => {
  await browser.close();
  project.remove();
});

async function withPage<T>(
  name: string,
  width: number,
  inspect: (page: Page, strays: string[]) => Promise<T>,
  javaScriptEnabled = true,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  const page = await context.newPage();
  const strays: string[] = [];
  page.on('console', (message) => {
    // A notice runs no script of the version that it shows.
    if (!message.text().startsWith('Blocked script execution'))
      strays.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => strays.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) strays.push(`requests ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(project.archive, name)).href);
  const result = await inspect(page, strays);
  await context.close();
  return result;
}

test.each(['index.html', NOTICE, STATEMENT, CHANGES])(
  'makes %s accessible in every variant, without any request',
  async (name) => {
    await withPage(name, 1280, async (page, strays) => {
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach((details) => (details.open = true)),
      );
      expect(await checkVariants(page)).toEqual([]);
      expect(await checkHeadings(page)).toEqual([]);
      expect(strays).toEqual([]);
    });
  },
);

test('opens what changed from the index, and from there the version before and all papers, without JavaScript', async () => {
  await withPage(
    'index.html',
    390,
    async (page) => {
      await page.getByRole('link', { name: 'All changes since 1.0 in version 1.1 of report 012' }).click();
      await page.waitForURL('**/v1.1/changes.html');
      expect(await page.locator('.why').textContent()).toContain('The first step is <named>.');
      await page.getByRole('link', { name: 'Version 1.0' }).click();
      await page.waitForURL('**/notice-v1.0.html');
      await page.getByRole('link', { name: 'What changed in version 1.1' }).click();
      await page.waitForURL('**/v1.1/changes.html');
      await page.getByRole('link', { name: 'All papers' }).click();
      await page.waitForURL('**/index.html');
    },
    false,
  );
});

test('prints the whole index within the page', async () => {
  await withPage('index.html', 1280, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const printed = await readPrint(await page.pdf({ format: 'A4' }));
    expect(printed.outside).toEqual([]);
    expect(printed.text).toContain(fold('Paper as data'));
  });
});

test('opens a file of a version from its notice, in the whole window', async () => {
  await withPage(NOTICE, 1280, async (page) => {
    const link = page.frameLocator('iframe').getByRole('link', { name: 'Figures and their sources (CSV)' });
    const download = page.waitForEvent('download');
    await link.click();
    expect((await download).url()).toMatch(/\/v1\.0\/figures\.csv$/);
  });
});

test('has links to files that lie beside the page', async () => {
  await withPage('parks/2024-11-05/012-parks-update/v1.1/parks-update.html', 1280, async (page) => {
    expect(await page.locator('.edition').textContent()).toContain('Version 1.1');
    const links = page.locator('.files a');
    const hrefs = await links.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs.map((href) => existsSync(fileURLToPath(href)))).toEqual([true, true]);
  });
});

test('reaches every control of the index with the Tab key', async () => {
  expect(await withPage('index.html', 1280, checkKeyboard)).toEqual([]);
});

test('shows and counts the papers that contain every word of a search', async () => {
  await withPage('index.html', 1280, async (page) => {
    const countVisible = (): Promise<number> => page.locator('article:visible').count();
    const search = page.getByRole('searchbox');
    expect(await countVisible()).toBe(1);
    await search.fill('PARKS november');
    expect(await countVisible()).toBe(1);
    await search.fill('parks december');
    expect(await countVisible()).toBe(0);
    expect(await page.getByRole('status').textContent()).toBe('0 of 1 paper');
    await search.fill('');
    expect(await countVisible()).toBe(1);
  });
});

test('shows all papers and no search field without JavaScript', async () => {
  await withPage(
    'index.html',
    1280,
    async (page) => {
      expect(await page.locator('article:visible').count()).toBe(1);
      expect(await page.locator('input:visible').count()).toBe(0);
    },
    false,
  );
});

test('opens a superseded version through its notice, which shows it unchanged', async () => {
  await withPage('index.html', 1280, async (page) => {
    await page.getByRole('link', { name: 'Web page: version 1.0' }).click();
    await page.waitForURL('**/notice-v1.0.html');
    expect(await page.getByRole('note').allTextContents()).toEqual([
      expect.stringContaining('Westmere Council keeps these papers.'),
      expect.stringMatching(/superseded.*version 1\.1.*The first step is <named>\./s),
    ]);
    const issued = page.frameLocator('iframe');
    expect(await issued.locator('h1').textContent()).toBe('Parks update');
    await page.getByRole('link', { name: 'version 1.1', exact: true }).click();
    await page.waitForURL('**/notice-v1.1.html');
    await page.getByRole('link', { name: 'Open it on its own' }).click();
    await page.waitForURL('**/v1.1/parks-update.html');
  });
});
