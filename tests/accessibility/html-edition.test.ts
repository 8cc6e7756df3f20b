import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { papersOfAllShapes } from '../support/papers-of-all-shapes.js';
import { runPapers } from '../support/run-papers.js';
import { checkWithAxe, checkContrast, checkHeadings, checkKeyboard, checkOverflow } from './check-page.js';
import { launchBrowser, openPage } from './open-page.js';
import { fold, readPrint } from './read-print.js';
import { checkPrintedWidth, checkVariants, showVariant } from './variants.js';

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
  size: { width: number },
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
  let page: Page;
  let strays: string[];
  beforeAll(async () => {
    ({ page, strays } = await openPage(browser, pages.get(name) ?? '', { width: 1280 }));
    await openDetails(page);
  });
  afterAll(() => page.close());

  test('has no fault in light, dark, print, narrow windows and large text', async () => {
    expect(await checkVariants(page)).toEqual([]);
  });

  test('gives the focus to every control on a phone', async () => {
    await showVariant(page, { width: 320 });
    expect(await checkKeyboard(page)).toEqual([]);
  });

  test('stops the Tab key only at tables and charts that scroll', async () => {
    for (const [width, scrolls] of [
      [1400, false],
      [320, true],
    ] as const) {
      await showVariant(page, { width });
      await expect.poll(() => listWrongStops(page), { timeout: 2000 }).toEqual([]);
      if (!scrolls) expect(await page.locator('.scroll[tabindex]').count()).toBe(0);
    }
  });

  test('has its headings in order, its landmarks, and makes no request', async () => {
    await showVariant(page, { width: 1280 });
    expect(await checkHeadings(page)).toEqual([]);
    for (const role of ['banner', 'main', 'contentinfo'] as const)
      expect(await page.getByRole(role).count(), role).toBe(1);
    expect(strays).toEqual([]);
  });

  test('prints the last column of every table within the page', async () => {
    expect(await listMissingCells(page)).toEqual([]);
  });
});

/** Lists scroll areas that are stops without scrolling, or scroll without being stops. */
function listWrongStops(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.scroll')]
      .filter((area) => area.scrollWidth > area.clientWidth !== area.hasAttribute('tabindex'))
      .map((area) => area.outerHTML.slice(0, 120)),
  );
}

/** Prints a page for a reader of dark pages. Lists the last cells of the rows of its tables that the print lacks or cuts off. */
async function listMissingCells(page: Page): Promise<string[]> {
  await showVariant(page, { width: 1280, media: 'print', scheme: 'dark' });
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll('.table tbody tr > :last-child')].map((cell) => cell.textContent),
  );
  const { text: print, outside } = await readPrint(await page.pdf({ preferCSSPageSize: true }));
  return [...texts.map(fold).filter((text) => !print.includes(text)), ...outside];
}

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
    await page.waitForURL(/#_text$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

    const region = page.getByRole('group', { name: 'Table 1' });
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);

    const summary = page.locator('summary', { hasText: 'The figures in Figure 1' });
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

test('prints a table from the foot of a page onto the next, under its head again', async () => {
  await withPage(reference(), { width: 1280 }, async (page) => {
    await showVariant(page, { width: 1280, media: 'print' });
    // Three quarters of a page, above a table of fourteen rows.
    await page.evaluate(() => {
      const filler = document.createElement('div');
      filler.style.cssText = 'break-before: page; height: 150mm';
      filler.textContent = 'Filler';
      document.querySelector('.table:has(#activity-table_caption)')?.before(filler);
    });
    const { pages: printed } = await readPrint(await page.pdf({ format: 'A4' }));
    const start = printed.findIndex((text) => text.includes('Filler'));
    expect(printed[start]).toContain('ASBvisits');
    expect(printed[start + 1]).toMatch(/ActivityNumber.*Cannabisfactories/);
  });
});

test('finds a table that a print clips', async () => {
  const damaged = reference().replace(NO_POLICY, '').replace('</style>', 'td { min-width: 40rem; }</style>');
  await withPage(damaged, { width: 575 }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect((await checkPrintedWidth(page)).join('\n')).toContain('clipped in print');
    expect(await listMissingCells(page)).not.toEqual([]);
  });
});

test('says the title of a chart once, with its number, to a screen reader', async () => {
  await withPage(reference(), { width: 1280 }, async (page) => {
    await openDetails(page);
    const title = await page.locator('#confidence-chart figcaption p').first().textContent();
    const heard = await page.locator('#confidence-chart').ariaSnapshot();
    expect(heard).toMatch(/^- figure "Figure 1"/);
    expect(heard.split((title ?? '').replace(/^Figure 1\. /, ''))).toHaveLength(2);
  });
});

test('names the rows of a ranking by area, and not by position', async () => {
  await withPage(pages.get('quarterly-performance') ?? '', { width: 1280 }, async (page) => {
    expect(await page.getByRole('rowheader', { name: 'Ashby', exact: true }).count()).toBe(1);
    const headers = await page.locator('.table th[scope=row]').allTextContents();
    expect(headers.filter((header) => /^\d+=?$/.test(header))).toEqual([]);
  });
});

test('keeps the names of rows in sight while a table scrolls', async () => {
  await withPage(reference(), { width: 375 }, async (page) => {
    const area = page.getByRole('group', { name: 'Table 1', exact: true });
    await area.evaluate((element) => (element.scrollLeft = 200));
    const distance = await area.evaluate((element) => {
      const name = element.querySelector('tbody th[scope=row]');
      return name ? name.getBoundingClientRect().left - element.getBoundingClientRect().left : null;
    });
    expect(distance).toBe(0);
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
