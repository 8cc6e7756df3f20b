import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyMeetingProject, MEETING, type MeetingProject } from '../support/copy-meeting.js';
import { checkHeadings, checkKeyboard } from './check-page.js';
import { launchBrowser } from './open-page.js';
import { checkVariants } from './variants.js';

/** Opens the agenda of a pack as a file in a real browser. It needs no server. */
let browser: Browser;
let project: MeetingProject;

beforeAll(async () => {
  browser = await launchBrowser();
  project = copyMeetingProject();
  expect(project.issue('parks-update', '1.0').code).toBe(0);
  expect(project.papers('pack', MEETING).code).toBe(0);
});
afterAll(async () => {
  await browser.close();
  project.remove();
});

async function withAgenda<T>(inspect: (page: Page, strays: string[]) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const strays: string[] = [];
  page.on('console', (message) => strays.push(`${message.type()}: ${message.text()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) strays.push(`requests ${request.url()}`);
  });
  await page.goto(pathToFileURL(project.path('output/packs', MEETING, 'agenda.html')).href);
  const result = await inspect(page, strays);
  await context.close();
  return result;
}

test('is accessible in every variant, without any request', async () => {
  await withAgenda(async (page, strays) => {
    expect(await checkVariants(page)).toEqual([]);
    expect(await checkHeadings(page)).toEqual([]);
    expect(strays).toEqual([]);
  });
});

test('is reached with the Tab key in every part', async () => {
  expect(await withAgenda(checkKeyboard)).toEqual([]);
});

test('opens the page of a paper, and names the paper in each link', async () => {
  await withAgenda(async (page) => {
    const links = page.getByRole('link', { name: '012. Parks update' });
    expect(await links.count()).toBe(3);
    const hrefs = await links.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs.map((href) => existsSync(fileURLToPath(href)))).toEqual([true, true, true]);
    await page.getByRole('link', { name: 'web page: 012. Parks update' }).click();
    expect(await page.locator('h1').textContent()).toBe('Parks update');
  });
});
