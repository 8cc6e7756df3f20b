import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { copyProject } from '../support/run-papers.js';
import { checkWithAxe } from './check-page.js';
import { startBrowserPreview, type BrowserPreview } from './start-browser-preview.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';
const SECTIONS = 'templates/parks-update/sections';

let session: BrowserPreview;
let page: Page;
beforeAll(async () => {
  const copy = copyProject('tests/papers/parks-update');
  copy.change('templates/parks-update/appendices/method.md.hbs', (text) =>
    text.replace('Counters at', '{{facts.benches}} benches, all invented.\n\nCounters at'),
  );
  copy.change(
    `${SECTIONS}/visits.md.hbs`,
    (text) => `${text}\n\n[The {{facts.bins}} bins](https://example.org/bins) are elsewhere.\n`,
  );
  session = await startBrowserPreview(copy);
});
beforeEach(async () => {
  page = await session.open({ width: 1400, height: 900 });
});
afterEach(() => session.reset());
afterAll(() => session.end());

const paper = () => page.frameLocator('#paper-frame');
const openChartData = (): Promise<void> => paper().locator('summary').click();
const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate(
    (figure) => figure === figure.ownerDocument.activeElement && figure.ownerDocument.hasFocus(),
  );
const readFact = async (name: string): Promise<string> =>
  page.locator(`#figure-facts dt:text-is("${name}") + dd`).innerText();

test.each([
  ['the header block', '#_top dd', 'New benches', /facts\.yaml:\d+:\d+$/],
  ['a sentence', '#furniture', 'New benches', /facts\.yaml:\d+:\d+$/],
  ['a table', '#counts-2 td', 'Visits', /activity\.yaml:\d+:\d+$/],
  ["a chart's title", '#views-2 figcaption', 'Satisf', /survey\.yaml:\d+:\d+$/],
  ["a chart's data", '#views-2 details td', 'Satisf', /survey\.yaml:\d+:\d+$/],
  ['an appendix', '.appendix p', 'New benches', /facts\.yaml:\d+:\d+$/],
])('explains a figure in %s by key and by click', async (_where, within, title, file) => {
  const figure = paper().locator(`${within} [data-figure]`).first();
  if (!(await figure.isVisible())) await openChartData();
  const dialog = page.getByRole('dialog');
  for (const open of [() => figure.press('Enter'), () => figure.press('Space'), () => figure.click()]) {
    await open();
    await dialog.waitFor();
    expect(await dialog.getByRole('heading').innerText()).toContain(title);
    expect(await readFact('File')).toMatch(file);
    expect(await readFact('Printed')).not.toBe('');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => isFocused(figure)).toBe(true);
  }
});

async function findFaults(): Promise<string[]> {
  for (const frame of page.frames()) if (frame.url().includes('paper.html')) await frame.evaluate(axe.source);
  return checkWithAxe(page);
}

test('exposes each figure as a button with its printed text that opens a dialog', async () => {
  await openChartData();
  const name = await paper().locator('#furniture [data-figure]').first().innerText();
  const button = paper().locator('#furniture').getByRole('button', { name, exact: true }).first();
  expect(await button.getAttribute('aria-haspopup')).toBe('dialog');
  expect(await findFaults()).toEqual([]);
});

test('reaches figures, links and chart data with the Tab key in the order of the text', async () => {
  await openChartData();
  const stops = await paper()
    .locator('a[href], summary, [tabindex="0"]')
    .evaluateAll((all) => {
      const visible = all.filter((element) => element.checkVisibility());
      visible.forEach((element, index) => element.setAttribute('data-stop', String(index)));
      return visible.length;
    });
  expect(stops).toBeGreaterThan(20);
  await paper().locator('[data-stop="0"]').focus();
  const reached: (string | null)[] = [];
  for (let count = 0; count < stops; count++) {
    reached.push(
      await paper()
        .locator('body')
        .evaluate(({ ownerDocument }) => ownerDocument.activeElement?.getAttribute('data-stop') ?? null),
    );
    await page.keyboard.press('Tab');
  }
  expect(reached).toEqual(Array.from({ length: stops }, (_, index) => String(index)));
});

test('follows the link, not the figure, for a figure in a link', async () => {
  const link = paper().getByRole('link', { name: /bins/ });
  expect(await link.locator('[data-figure]').getAttribute('role')).toBeNull();
  const newTab = page.context().waitForEvent('page');
  await link.locator('[data-figure]').click();
  await (await newTab).close();
  expect(await page.getByRole('dialog').isVisible()).toBe(false);
});

test('keeps the dialog and the focus when the paper is rebuilt', async () => {
  const figure = paper().locator('#furniture [data-figure]').nth(1);
  await figure.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  session.change(PAPER, (text) => text.replace('The team put in', 'The invented team put in'));
  await paper().locator('#furniture', { hasText: 'The invented team' }).waitFor();
  expect(await dialog.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => isFocused(paper().locator('#furniture [data-figure]').nth(1))).toBe(true);

  const link = paper().locator('#furniture a').first();
  await link.focus();
  session.change(PAPER, (text) => text.replace('The invented team put in', 'The team put in'));
  await paper().locator('#furniture', { hasText: 'The team' }).waitFor();
  await expect.poll(() => isFocused(link)).toBe(true);

  const button = page.getByRole('link', { name: 'Open the PDF' });
  await button.focus();
  session.change(PAPER, (text) => text.replace('The team put in', 'This team put in'));
  await paper().locator('#furniture', { hasText: 'This team' }).waitFor();
  await expect.poll(() => isFocused(button)).toBe(true);
});

test('marks added words, and keeps removed ones in a small mark', async () => {
  await session.save(PAPER, (text) => text.replace('The team put in', 'The invented crew put in'));
  const marker = paper().locator('#furniture .removed-words');
  await marker.waitFor({ state: 'attached' });
  const readAdded = (): Promise<string[]> =>
    paper()
      .locator('body')
      .evaluate((body) =>
        [...((body.ownerDocument.defaultView ?? window).CSS.highlights.get('added-words') ?? [])].map(String),
      );
  expect(await readAdded()).toEqual(['invented crew']);
  expect(await marker.getAttribute('title')).toBe('Removed: team');
  expect(await paper().locator('#furniture').getByRole('img', { name: 'removed: team' }).count()).toBe(1);
  expect(await paper().locator('#furniture').innerText()).toContain('The invented crew put in');
  await page.getByRole('button', { name: 'Next change' }).press('Enter');
  expect(await page.locator('body > .note').innerText()).toBe('Removed: “team”');
  expect(await findFaults()).toEqual([]);

  await session.save('data/2024-25-q2/facts.yaml', (text) =>
    text.replace('value: 14', 'value: 15').replace('published: 15', 'published: 16'),
  );
  await expect.poll(readAdded).toContain('15');
  expect(await readAdded()).not.toContain('invented crew');
  const figure = paper().locator('#furniture [data-figure]').first();
  expect(await figure.innerText()).toBe('15');
  expect(await findFaults()).toEqual([]);
});
