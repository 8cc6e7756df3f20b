import type { Page } from 'playwright-core';
import { checkContrast, checkOverflow, checkWithAxe } from './check-page.js';
import { setReaderStyle } from './open-page.js';

/** A way to read a page. */
interface Variant {
  width: number;
  media?: 'print';
  scheme?: 'light' | 'dark';
  /** A reader's own style. */
  style?: string;
}

/** The width of an A4 page without the widest margins that a theme of ours has, in pixels. */
const PRINTED_WIDTH = 575;

/** The ways in which axe checks each page. At 200% zoom, a window of 1280 pixels is 640 wide. */
const CHECKED_BY_AXE: Record<string, Variant> = {
  light: { width: 1280 },
  dark: { width: 1280, scheme: 'dark' },
  '320 px or 400% zoom': { width: 320 },
  '200% zoom': { width: 640 },
  print: { width: PRINTED_WIDTH, media: 'print', scheme: 'dark' },
};

/** The ways in which a page must fit its window. */
const FITTING: Record<string, Variant> = {
  'text twice as large': { width: 1280, style: 'html { font-size: 200%; }' },
  'text twice as large on a phone': { width: 390, style: 'html { font-size: 200%; }' },
  'wide text spacing': {
    width: 320,
    style:
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }',
  },
};

/** Paper has no controls, whose size and reach axe checks. */
const isAboutControls = (finding: string): boolean =>
  /^(?:may )?violates? (?:target-size|scrollable-region)/.test(finding);

/** Shows a loaded page in another way, without loading it again. */
export async function showVariant(page: Page, { width, media, scheme, style = '' }: Variant): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ media: media ?? 'screen', colorScheme: scheme ?? 'light' });
  await setReaderStyle(page, style);
  // Observers of sizes run with the next frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Lists the faults of a page in all variants. */
export async function checkVariants(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, variant] of Object.entries({ ...CHECKED_BY_AXE, ...FITTING })) {
    await showVariant(page, variant);
    const found = name in FITTING ? await checkOverflow(page) : await checkAll(page, variant);
    faults.push(...found.map((finding) => `${name}: ${finding}`));
  }
  return faults;
}

async function checkAll(page: Page, { media }: Variant): Promise<string[]> {
  const isPrint = media === 'print';
  const found = [
    ...(await checkWithAxe(page)),
    ...(await checkContrast(page)),
    ...(isPrint ? await checkPrintedWidth(page) : await checkOverflow(page)),
  ];
  return isPrint ? found.filter((finding) => !isAboutControls(finding)) : found;
}

/** Lists elements that a print would clip, also in tables, and boxes that would scroll or stick. */
export function checkPrintedWidth(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const elements = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility());
    const clipped = elements
      .filter(({ tagName }) => tagName !== 'SCRIPT')
      .filter((element) => !element.closest('svg') && element.getBoundingClientRect().right > width + 1);
    const boxes = elements.filter((element) => {
      const { overflowX, position } = getComputedStyle(element);
      const isBox = ['auto', 'scroll'].includes(overflowX) && element.tagName !== 'svg';
      return isBox || (['sticky', 'fixed'].includes(position) && element.tagName !== 'CAPTION');
    });
    return [
      ...clipped.map((element) => `clipped in print: ${element.outerHTML.slice(0, 120)}`),
      ...boxes.map((element) => `scrolls or sticks in print: ${element.outerHTML.slice(0, 120)}`),
    ];
  });
}
