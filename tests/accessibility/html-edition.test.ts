import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { papersOfAllShapes } from '../support/papers-of-all-shapes.js';
import { runPapers } from '../support/run-papers.js';
import {
  axeFindings,
  contrastFindings,
  headingFindings,
  keyboardFindings,
  overflowFindings,
} from './findings.js';
import { launchBrowser, openPage, setReaderStyle } from './open-page.js';

/** The HTML edition in a real browser: WCAG 2.2 AA as far as a machine can tell, by axe and by hand. */
const pages = new Map<string, string>();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  for (const [name, copyPaper] of papersOfAllShapes) {
    const copy = copyPaper();
    const { out } = runPapers(['build', '--root', copy.root, '--json']);
    const path = (JSON.parse(out) as { files: string[] }).files.find((file) => file.endsWith('.html')) ?? '';
    pages.set(name, readFileSync(join(copy.root, path), 'utf8'));
    copy.remove();
  }
});
afterAll(() => browser.close());

const reference = (): string => pages.get('the reference paper') ?? '';

async function withPage<T>(
  html: string,
  size: { width: number; scale?: number },
  look: (page: Page, strays: string[]) => Promise<T>,
): Promise<T> {
  const { page, strays } = await openPage(browser, html, size);
  const seen = await look(page, strays);
  await page.close();
  return seen;
}

const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));

describe.each(papersOfAllShapes.map(([name]) => name))('%s', (name) => {
  const html = (): string => pages.get(name) ?? '';

  test.each([1280, 320])('axe finds nothing at %i px, closed or open', async (width) => {
    await withPage(html(), { width }, async (page) => {
      expect(await axeFindings(page)).toEqual([]);
      await openDetails(page);
      expect(await axeFindings(page)).toEqual([]);
      expect(await contrastFindings(page)).toEqual([]);
    });
  });

  test.each([1280, 320])('Tab meets every link, summary and scroll region at %i px', async (width) => {
    await withPage(html(), { width }, async (page) => {
      await openDetails(page);
      expect(await keyboardFindings(page)).toEqual([]);
    });
  });

  test.each([
    ['320 px', { width: 320 }, ''],
    ['200% zoom', { width: 640, scale: 2 }, ''],
    ['400% zoom', { width: 320, scale: 4 }, ''],
    ['text twice as large', { width: 1280 }, 'html { font-size: 200%; }'],
    ['text twice as large on a phone', { width: 390 }, 'html { font-size: 200%; }'],
    [
      'wide text spacing',
      { width: 320 },
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }',
    ],
  ])('the page does not scroll sideways at %s', async (_name, size, style) => {
    await withPage(html(), size, async (page) => {
      await setReaderStyle(page, style);
      await openDetails(page);
      expect(await overflowFindings(page)).toEqual([]);
    });
  });

  test('headings go down one level at a time', async () => {
    await withPage(html(), { width: 1280 }, async (page) => {
      expect(await headingFindings(page)).toEqual([]);
    });
  });

  test('the page has its landmarks, and asks for nothing', async () => {
    await withPage(html(), { width: 1280 }, async (page, strays) => {
      for (const role of ['banner', 'main', 'contentinfo'] as const)
        expect(await page.getByRole(role).count(), role).toBe(1);
      await page.emulateMedia({ media: 'print' });
      await page.pdf({ preferCSSPageSize: true });
      expect(strays).toEqual([]);
    });
  });
});

test('a paragraph is read with its number', async () => {
  await withPage(reference(), { width: 1280 }, async (page) => {
    const snapshot = await page.locator('#attention').ariaSnapshot();
    expect(snapshot).toBe(
      '- paragraph: "2. The TP command team is giving attention and resources to these areas, and to two more: reducing residential burglary and increasing public confidence."',
    );
  });
});

test('by keyboard: past the contents to the text, a table moves sideways, and figures open', async () => {
  await withPage(reference(), { width: 320 }, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

    const region = page.getByRole('group', { name: /^Table 1\./ });
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);

    const summary = page.getByText('The figures in Figure 1', { exact: true });
    await summary.focus();
    await page.keyboard.press('Enter');
    const cell = page.locator('#confidence-chart details').getByRole('cell', { name: '64%' });
    expect(await cell.first().isVisible()).toBe(true);
  });
});

/** What the checks above must find: each is the reference paper with one thing broken. */
const NO_POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const CONTROLS: [name: string, (html: string) => string, found: RegExp][] = [
  ['no language', (html) => html.replace('<html lang="en-GB">', '<html>'), /html-has-lang/],
  [
    'a picture without its alternative',
    (html) => html.replace(/ aria-label="[^"]*"(?= width)/, ''),
    /svg-img-alt/,
  ],
  ['a heading left out', (html) => html.replaceAll(/(<\/?h)3/g, '$15'), /heading-order/],
  ['no main part', (html) => html.replace(/(<\/?)main/g, '$1div'), /landmark-one-main|region/],
  [
    'a cell headed by what is not there',
    (html) => html.replace(/ headers="\S+ /, ' headers="nowhere '),
    /td-headers-attr/,
  ],
  [
    'pale text',
    (html) => html.replace(NO_POLICY, '').replace('--soft: #56606a', '--soft: #b0b0b0'),
    /color-contrast/,
  ],
  [
    'links told apart by colour',
    (html) =>
      html
        .replace(NO_POLICY, '')
        .replace('</style>', 'p a { text-decoration: none; color: #2a5d8f }</style>'),
    /link-in-text-block/,
  ],
];

test.each(CONTROLS)('axe would find %s', async (_name, spoil, found) => {
  const spoilt = spoil(reference());
  expect(spoilt).not.toBe(reference());
  await withPage(spoilt, { width: 1280 }, async (page) => {
    expect([...(await axeFindings(page)), ...(await contrastFindings(page))].join('\n')).toMatch(found);
  });
});

test('a table that cannot scroll by itself would be found', async () => {
  const spoilt = reference().replace(NO_POLICY, '').replace('.scroll { overflow-x: auto;', '.scroll {');
  await withPage(spoilt, { width: 320 }, async (page) => {
    expect(await overflowFindings(page)).not.toEqual([]);
  });
});

test('a scroll region out of reach, and a focus that does not show, would be found', async () => {
  const spoilt = reference()
    .replace(NO_POLICY, '')
    .replace('<a href', '<a tabindex="-1" href')
    .replace('</style>', 'summary:focus-visible { outline: none; }</style>');
  await withPage(spoilt, { width: 1280 }, async (page) => {
    const findings = (await keyboardFindings(page)).join('\n');
    expect(findings).toContain('not reached: <a');
    expect(findings).toContain('not marked: <summary');
  });
});

test('a request to elsewhere would be found, and does not get through', async () => {
  const spoilt = reference().replace('</h1>', '</h1><img src="https://example.invalid/mark.png" alt="">');
  await withPage(spoilt, { width: 1280 }, async (page, strays) => {
    await page.waitForLoadState('load');
    expect(strays.join('\n')).toMatch(/Content Security Policy/);
  });
});
