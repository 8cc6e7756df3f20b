import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Each function lists the faults of a page. */

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Rules that axe cannot decide for our pages: contrast on drawings, which `checkContrast` measures, row group headers, and pages in
 * frames, which have their own tests.
 */
const UNDECIDED = ['color-contrast', 'th-has-data-cells', 'frame-tested'];

/** Lists the violations that axe finds, and the other rules that it cannot decide. */
export async function checkWithAxe(page: Page): Promise<string[]> {
  const isLoaded = await page.evaluate(() => 'axe' in window);
  if (!isLoaded) await page.evaluate(axe.source);
  const { violations, incomplete } = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: typeof axe }).axe.run({
        runOnly: tags,
        preload: false, // a page from a disk may not load its own style sheets again
        iframes: false, // a page in a frame has its own tests
      }),
    TAGS,
  );
  const format = (results: axe.Result[], kind: string): string[] =>
    results.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${kind} ${id}: ${html.slice(0, 160)}`));
  const undecided = incomplete.filter(({ id }) => !UNDECIDED.includes(id));
  return [...format(violations, 'violates'), ...format(undecided, 'may violate')];
}

/**
 * Lists text with a contrast below 4.5 to 1 against the nearest plain background. The background of text in a drawing is the
 * last filled shape below it.
 */
export function checkContrast(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const luminance = (colour: number[]): number => {
      const [r = 0, g = 0, b = 0] = colour.map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const numbers = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const groundOf = (element: Element | null): number[] => {
      if (!element) return [255, 255, 255];
      const ground = numbers(getComputedStyle(element).backgroundColor);
      return (ground[3] ?? 1) > 0 ? ground : groundOf(element.parentElement);
    };
    const findShape = (element: Element): Element | undefined => {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return [...(element.closest('svg')?.querySelectorAll('path, rect, circle, polygon') ?? [])]
        .filter((shape) => shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
        .filter((shape) => getComputedStyle(shape).fill !== 'none')
        .filter((shape) => {
          const { left, right, top, bottom } = shape.getBoundingClientRect();
          return left <= x && x <= right && top <= y && y <= bottom;
        })
        .at(-1);
    };
    const written = [...document.body.querySelectorAll('*')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()),
    );
    return written.flatMap((element) => {
      const { color, fill } = getComputedStyle(element);
      const text = luminance(numbers(element instanceof SVGElement ? fill : color).slice(0, 3));
      const shape = findShape(element);
      const background = shape ? numbers(getComputedStyle(shape).fill) : groundOf(element);
      const ground = luminance(background.slice(0, 3));
      const ratio = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
      return ratio < 4.5 ? [`contrast of ${ratio.toFixed(2)}: ${element.outerHTML.slice(0, 120)}`] : [];
    });
  });
}

/** Lists elements that make the page scroll sideways, except those in scroll regions. */
export function checkOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        element.getBoundingClientRect().right > width + 1 && !element.parentElement?.closest('.scroll'),
    );
    return [
      `the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`,
      ...wide.map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
}

const CONTROLS = 'a[href], summary, button, input, [tabindex="0"]';

/** Tabs through the page. Lists controls that are not reached, in the wrong order or without a visible focus. */
export async function checkKeyboard(page: Page): Promise<string[]> {
  const stops = await page.evaluate((controls) => {
    const visible = [...document.querySelectorAll<HTMLElement>(controls)].filter((control) =>
      control.checkVisibility(),
    );
    visible.forEach((control, index) => (control.dataset['stop'] = String(index)));
    return visible.map(({ outerHTML }) => outerHTML.slice(0, 100));
  }, CONTROLS);
  const reached: number[] = [];
  const findings: string[] = [];
  for (let pressed = 0; pressed < stops.length; pressed++) {
    await page.keyboard.press('Tab');
    const { stop, faults } = await page.evaluate(inspectFocus);
    if (stop !== null) reached.push(stop);
    findings.push(
      ...faults.map((fault) => `${fault}: ${stops[stop ?? -1] ?? 'an element that is not a control'}`),
    );
  }
  const missed = stops.filter((_stop, index) => !reached.includes(index));
  const inOrder = reached.every((stop, index) => index === 0 || stop > (reached[index - 1] ?? 0));
  return [
    ...findings,
    ...missed.map((stop) => `not reached: ${stop}`),
    ...(inOrder ? [] : ['the order of focus differs from the order of the page']),
  ];
}

/** Inspects the focused element. Runs in the page. */
function inspectFocus(): { stop: number | null; faults: string[] } {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return { stop: null, faults: [] };
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const marked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  const [box] = focused.getClientRects();
  const inView =
    box !== undefined && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    stop: focused.dataset['stop'] === undefined ? null : Number(focused.dataset['stop']),
    faults: [
      ...(marked ? [] : ['the focus is not marked']),
      ...(inView ? [] : ['the focus is out of sight']),
    ],
  };
}

/** Lists skipped heading levels, and a number of h1 headings other than 1. */
export async function checkHeadings(page: Page): Promise<string[]> {
  const levels = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName.slice(1))),
  );
  const skipped = levels.flatMap((level, index) =>
    level > (levels[index - 1] ?? 0) + 1
      ? [`heading ${index + 1} is h${level} after h${levels[index - 1] ?? 0}`]
      : [],
  );
  const titles = levels.filter((level) => level === 1).length;
  return titles === 1 ? skipped : [...skipped, `${titles} headings are h1`];
}
