import axe from 'axe-core';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyProject, runPapers } from '../support/run-papers.js';
import { checkContrast, checkOverflow, checkWithAxe } from './check-page.js';
import { startBrowserPreview, type BrowserPreview } from './start-browser-preview.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';
const FACTS = 'data/2024-25-q2/facts.yaml';

let session: BrowserPreview;
let page: Page;
beforeAll(async () => {
  session = await startBrowserPreview(copyProject('tests/papers/parks-update'));
});
afterEach(() => session.reset());
afterAll(() => session.end());

const paper = (): FrameLocator => page.frameLocator('#paper-frame');
const findFaults = async (): Promise<string[]> => {
  for (const frame of page.frames()) if (frame.url().includes('paper.html')) await frame.evaluate(axe.source);
  return [...(await checkWithAxe(page)), ...(await checkContrast(page)), ...(await checkOverflow(page))];
};

describe.each([
  { width: 1400, height: 900 },
  { width: 390, height: 844 },
])('in a window of $width by $height', ({ width, height }) => {
  beforeEach(async () => {
    page = await session.open({ width, height });
  });

  test('lists what the text can cite or print, and copies the text to type', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const readClipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Labels' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await findFaults()).toEqual([]);
    const items = dialog.locator('#label-list > li');
    const { labels } = JSON.parse(runPapers(['labels', '--json', '--root', session.root]).out) as {
      labels: { kind: string; type: string | null }[];
    };
    expect(await dialog.locator('#label-count').innerText()).toMatch(new RegExp(`\\b${labels.length}\\b`));
    await page.keyboard.type('benches'); // the field has the focus
    await expect.poll(() => items.count()).toBeLessThan(10);
    await dialog.getByRole('button', { name: 'Copy {{facts.benches}}', exact: true }).press('Enter');
    await expect.poll(readClipboard).toBe('{{facts.benches}}');
    expect(await dialog.locator('.note').innerText()).toBe('Copied: {{facts.benches}}');
    await dialog.getByLabel('Find').fill('');
    await dialog.getByLabel('Kind').selectOption('chart');
    const charts = labels.filter(({ kind }) => kind === 'chart');
    await expect.poll(() => items.count()).toBe(charts.length);
    await dialog.getByLabel('Find').fill('no such thing');
    expect(await dialog.innerText()).toContain('Nothing in this paper fits.');
    expect(await findFaults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('searches in the paper by keyboard, and marks the matches', async () => {
    const count = page.locator('#search-count');
    const readMatches = (name: string): Promise<string[]> =>
      paper()
        .locator('body')
        .evaluate(
          (body, key) =>
            [...((body.ownerDocument.defaultView ?? window).CSS.highlights.get(key) ?? [])].map(String),
          name,
        );
    await paper().locator('[data-figure]').first().press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-field');
    await page.keyboard.type('satisfied WITH');
    await expect.poll(() => count.innerText()).toMatch(/^1 of [2-9]/);
    const matches = await readMatches('search-matches');
    expect(new Set(matches.map((text) => text.toLowerCase()))).toEqual(new Set(['satisfied with']));
    expect(await readMatches('search-current')).toHaveLength(1);
    expect(await findFaults()).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await count.innerText()).toBe(`2 of ${matches.length}`);
    await page.keyboard.press('Shift+Enter');
    await page.getByRole('button', { name: 'Previous match' }).click();
    expect(await count.innerText()).toBe(`${matches.length} of ${matches.length}`);
    const current = paper()
      .locator('body')
      .evaluate((body) => {
        const window = body.ownerDocument.defaultView as Window & typeof globalThis;
        const [range] = window.CSS.highlights.get('search-current') ?? [];
        const { top = -1, bottom = -1 } = (range as Range | undefined)?.getBoundingClientRect() ?? {};
        return top >= 0 && bottom <= window.innerHeight;
      });
    expect(await current).toBe(true);
    session.change(PAPER, (text) =>
      text.replace('The team put in', 'The invented team, satisfied with it, put in'),
    );
    await expect.poll(() => readMatches('search-matches')).toHaveLength(matches.length + 1);
    await page.locator('#search-field').fill('no such words');
    expect(await count.innerText()).toBe('No match');
    await page.keyboard.press('Escape');
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(await readMatches('search-matches')).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('open-search');
  });

  test('leaves the search of the browser alone', async () => {
    const isPrevented = (target: Locator): Promise<boolean> =>
      target.evaluate(
        (element) =>
          !element.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true }),
          ),
      );
    expect(await isPrevented(page.locator('body'))).toBe(false);
    expect(await isPrevented(paper().locator('body'))).toBe(false);
  });

  test('lists the figures still to come, and from whom', async () => {
    expect(await page.locator('#open-to-come').isVisible()).toBe(false);
    await session.save(FACTS, (text) =>
      text
        .replace('value: 14,', 'value: , owner: An invented team, due: 2024-10-01,')
        .replace(', published: 15', ''),
    );
    await page.getByRole('button', { name: /^To come \(\d+\)$/ }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/figures?, from An invented team, overdue since 1 October 2024/);
    expect(await dialog.getByRole('button', { name: new RegExp(`^Copy ${FACTS}:3`) }).count()).toBe(1);
    expect(await findFaults()).toEqual([]);
  });

  test('lets the text of the PDF be selected, at any size of the window', async () => {
    if (width < 1000) await page.getByRole('button', { name: 'PDF', exact: true }).click();
    const layer = page.locator('.textLayer').first();
    await expect.poll(() => layer.textContent()).toContain('Parks update');
    const measure = (): Promise<{ overhang: number; sideways: number; title: number }> =>
      page.evaluate(() => {
        const box = document.querySelector('#pdf-pages');
        const text = document.querySelector('.textLayer');
        const title = [...(text?.querySelectorAll('span') ?? [])].find(
          (span) => span.textContent === 'Parks update' && !span.classList.contains('markedContent'),
        );
        const frame = text?.closest('.page')?.getBoundingClientRect();
        return {
          overhang: Math.abs((text?.getBoundingClientRect().width ?? 0) - (frame?.width ?? 0)),
          sideways: (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0),
          title: (title?.getBoundingClientRect().width ?? 0) / (frame?.width ?? 1),
        };
      });
    const before = await measure();
    expect(before.overhang).toBeLessThan(2);
    expect(before.sideways).toBe(0);
    expect(before.title).toBeGreaterThan(0.1);
    const selected = await layer.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return getSelection()?.toString() ?? '';
    });
    expect(selected).toContain('Northmere Borough Council');
    expect(await findFaults()).toEqual([]);
    await page.setViewportSize({ width: width + 200, height });
    await expect.poll(async () => (await measure()).overhang).toBeLessThan(2);
    expect((await measure()).title).toBeCloseTo(before.title, 2);
  });
});

test('shows the stage of a long build, and says it once it takes long', async () => {
  page = await session.open({ width: 1400, height: 900 });
  const state = { ...session.preview.states.at(-1), work: 'computing' };
  await page.addInitScript((data) => {
    // A server that sends one state and then works for a long time.
    class LongBuild extends EventTarget {
      set onmessage(listener: (event: MessageEvent) => void) {
        setTimeout(() => listener(new MessageEvent('message', { data })));
      }
    }
    Object.assign(window, { EventSource: LongBuild });
  }, JSON.stringify(state));
  await page.reload();
  const bar = page.getByRole('progressbar');
  await page.locator('#title', { hasText: 'Parks update' }).waitFor();
  expect(await bar.isVisible()).toBe(false);
  await bar.waitFor();
  expect(await bar.evaluate((element) => (element as HTMLProgressElement).position)).toBeCloseTo(0.4);
  expect(await page.locator('#work').innerText()).toBe('computing …');
  expect(await checkWithAxe(page)).toEqual([]);
});

test('makes no request to another address, and violates no policy', () => {
  expect(session.strays).toEqual([]);
});
