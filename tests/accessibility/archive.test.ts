import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { checkWithAxe, checkContrast, checkHeadings, checkKeyboard, checkOverflow } from './check-page.js';
import { launchBrowser } from './open-page.js';

/** Opens the archive's pages as files in a real browser. They need no server. */
let browser: Browser;
let project: Project;
const NOTICE = 'parks/2024-11-05/012-parks-update/notice-v1.0.html';

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
  page.on('console', (message) => strays.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => strays.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) strays.push(`requests ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(project.archive, name)).href);
  const result = await inspect(page, strays);
  await context.close();
  return result;
}

test.each(['index.html', NOTICE])('makes %s accessible at both widths, without any request', async (name) => {
  for (const width of [1280, 320])
    await withPage(name, width, async (page, strays) => {
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach((details) => (details.open = true)),
      );
      const findings = await checkWithAxe(page);
      // The paper in the frame has its own tests.
      expect(findings.filter((finding) => !finding.startsWith('may violate frame-tested'))).toEqual([]);
      expect(await checkContrast(page)).toEqual([]);
      expect(await checkHeadings(page)).toEqual([]);
      expect(await checkOverflow(page)).toEqual([]);
      expect(strays).toEqual([]);
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
    await page.getByRole('link', { name: 'version 1.1' }).click();
    await page.waitForURL('**/notice-v1.1.html');
    await page.getByRole('link', { name: 'Open it on its own' }).click();
    await page.waitForURL('**/v1.1/parks-update.html');
  });
});
