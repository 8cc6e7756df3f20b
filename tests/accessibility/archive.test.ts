import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parksProject, type Project } from '../support/issue-papers.js';
import {
  axeFindings,
  contrastFindings,
  headingFindings,
  keyboardFindings,
  overflowFindings,
} from './findings.js';
import { launchBrowser } from './open-page.js';

/** The archive's own pages in a real browser, opened as files: no server, and nothing asked of one. */
let browser: Browser;
let project: Project;
const NOTICE = 'parks/2024-11-05/012-parks-update/notice-v1.0.html';

beforeAll(async () => {
  browser = await launchBrowser();
  project = parksProject();
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
  look: (page: Page, strays: string[]) => Promise<T>,
  javaScriptEnabled = true,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  const page = await context.newPage();
  const strays: string[] = [];
  page.on('console', (message) => strays.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => strays.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) strays.push(`asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(project.archive, name)).href);
  const seen = await look(page, strays);
  await context.close();
  return seen;
}

test.each(['index.html', NOTICE])('%s is accessible, wide and narrow, and asks for nothing', async (name) => {
  for (const width of [1280, 320])
    await withPage(name, width, async (page, strays) => {
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      const findings = await axeFindings(page);
      // The paper within is tested by itself.
      expect(findings.filter((one) => !one.startsWith('may violate frame-tested'))).toEqual([]);
      expect(await contrastFindings(page)).toEqual([]);
      expect(await headingFindings(page)).toEqual([]);
      expect(await overflowFindings(page)).toEqual([]);
      expect(strays).toEqual([]);
    });
});

test('Tab meets everything on the index', async () => {
  expect(await withPage('index.html', 1280, keyboardFindings)).toEqual([]);
});

test('the search shows what holds every word, and says how many', async () => {
  await withPage('index.html', 1280, async (page) => {
    const shown = (): Promise<number> => page.locator('article:visible').count();
    const search = page.getByRole('searchbox');
    expect(await shown()).toBe(1);
    await search.fill('PARKS november');
    expect(await shown()).toBe(1);
    await search.fill('parks december');
    expect(await shown()).toBe(0);
    expect(await page.getByRole('status').textContent()).toBe('0 of 1 paper');
    await search.fill('');
    expect(await shown()).toBe(1);
  });
});

test('without script the page shows all, and no field that would do nothing', async () => {
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

test('a superseded version is reached through its notice, which shows it as it was issued', async () => {
  await withPage('index.html', 1280, async (page) => {
    await page.getByRole('link', { name: 'Web page: version 1.0' }).click();
    expect(await page.getByRole('note').allTextContents()).toEqual([
      expect.stringContaining('Westmere Council keeps these papers.'),
      expect.stringMatching(/superseded.*version 1\.1.*The first step is <named>\./s),
    ]);
    const issued = page.frameLocator('iframe');
    expect(await issued.locator('h1').textContent()).toBe('Parks update');
    await page.getByRole('link', { name: 'version 1.1' }).click();
    expect(page.url()).toContain('notice-v1.1.html');
    await page.getByRole('link', { name: 'Open it on its own' }).click();
    expect(page.url()).toContain('v1.1/parks-update.html');
  });
});
