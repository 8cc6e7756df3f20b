import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { papersOfAllShapes } from '../support/papers-of-all-shapes.js';
import { runPapers } from '../support/run-papers.js';
import { checkWithAxe, checkContrast, checkHeadings, checkKeyboard, checkOverflow } from './check-page.js';
import { launchBrowser, openPage, setReaderStyle } from './open-page.js';

/** Checks the HTML edition in a real browser against WCAG 2.2 AA, as far as a program can. */
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
  inspect: (page: Page, strays: string[]) => Promise<T>,
): Promise<T> {
  const { page, strays } = await openPage(browser, html, size);
  const result = await inspect(page, strays);
  await page.close();
  return result;
}

const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

describe.each(papersOfAllShapes.map(([name]) => name))('%s', (name) => {
  const html = (): string => pages.get(name) ?? '';

  test.each([1280, 320])(
    'has no fault that axe finds at %i px, with details closed or open',
    async (width) => {
      await withPage(html(), { width }, async (page) => {
        expect(await checkWithAxe(page)).toEqual([]);
        await openDetails(page);
        expect(await checkWithAxe(page)).toEqual([]);
        expect(await checkContrast(page)).toEqual([]);
      });
    },
  );

  test.each([1280, 320])(
    'gives the focus to every link, summary and scroll region at %i px',
    async (width) => {
      await withPage(html(), { width }, async (page) => {
        await openDetails(page);
        expect(await checkKeyboard(page)).toEqual([]);
      });
    },
  );

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
  ])('does not scroll sideways at %s', async (_name, size, style) => {
    await withPage(html(), size, async (page) => {
      await setReaderStyle(page, style);
      await openDetails(page);
      expect(await checkOverflow(page)).toEqual([]);
    });
  });

  test('skips no heading level', async () => {
    await withPage(html(), { width: 1280 }, async (page) => {
      expect(await checkHeadings(page)).toEqual([]);
    });
  });

  test('has its landmarks, and makes no request', async () => {
    await withPage(html(), { width: 1280 }, async (page, strays) => {
      for (const role of ['banner', 'main', 'contentinfo'] as const)
        expect(await page.getByRole(role).count(), role).toBe(1);
      await page.emulateMedia({ media: 'print' });
      await page.pdf({ preferCSSPageSize: true });
      expect(strays).toEqual([]);
    });
  });
});

test('exposes a paragraph with its number', async () => {
  await withPage(reference(), { width: 1280 }, async (page) => {
    const snapshot = await page.locator('#attention').ariaSnapshot();
    expect(snapshot).toBe(
      '- paragraph: "2. The TP command team is giving attention and resources to these areas, and to two more: reducing residential burglary and increasing public confidence."',
    );
  });
});

test('skips the contents, scrolls a table and opens the figures of a chart by keyboard', async () => {
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

/** The reference paper with a single fault each, which the checks above must find. */
const NO_POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const CONTROLS: [name: string, (html: string) => string, message: RegExp][] = [
  ['a missing language', (html) => html.replace('<html lang="en-GB">', '<html>'), /html-has-lang/],
  [
    'a picture without a text alternative',
    (html) => html.replace(/ aria-label="[^"]*"(?= width)/, ''),
    /svg-img-alt/,
  ],
  ['a skipped heading level', (html) => html.replaceAll(/(<\/?h)3/g, '$15'), /heading-order/],
  ['a missing main landmark', (html) => html.replace(/(<\/?)main/g, '$1div'), /landmark-one-main|region/],
  [
    'a cell with a header that does not exist',
    (html) => html.replace('<td class="figure"', '<td headers="nowhere" class="figure"'),
    /td-headers-attr/,
  ],
  [
    'pale text',
    (html) => html.replace(NO_POLICY, '').replace('--soft: #56606a', '--soft: #b0b0b0'),
    /color-contrast/,
  ],
  [
    'links that only colour distinguishes',
    (html) =>
      html
        .replace(NO_POLICY, '')
        .replace('</style>', 'p a { text-decoration: none; color: #2a5d8f }</style>'),
    /link-in-text-block/,
  ],
];

test.each(CONTROLS)('finds %s', async (_name, damage, message) => {
  const damaged = damage(reference());
  expect(damaged).not.toBe(reference());
  await withPage(damaged, { width: 1280 }, async (page) => {
    expect([...(await checkWithAxe(page)), ...(await checkContrast(page))].join('\n')).toMatch(message);
  });
});

test('finds a table without a scroll region', async () => {
  const damaged = reference()
    .replace(NO_POLICY, '')
    .replace(/\.scroll \{\s*overflow-x: auto;/, '.scroll {');
  await withPage(damaged, { width: 320 }, async (page) => {
    expect(await checkOverflow(page)).not.toEqual([]);
  });
});

test('finds a link out of reach and an invisible focus', async () => {
  const damaged = reference()
    .replace(NO_POLICY, '')
    .replace('<a href', '<a tabindex="-1" href')
    .replace('</style>', 'summary:focus-visible { outline: none; }</style>');
  await withPage(damaged, { width: 1280 }, async (page) => {
    const findings = (await checkKeyboard(page)).join('\n');
    expect(findings).toContain('not reached: <a');
    expect(findings).toContain('not marked: <summary');
  });
});

test('finds and blocks a request to another address', async () => {
  const damaged = reference().replace('</h1>', '</h1><img src="https://example.invalid/mark.png" alt="">');
  await withPage(damaged, { width: 1280 }, async (_page, strays) => {
    await expect.poll(() => strays.join('\n')).toMatch(/Content Security Policy/);
  });
});
