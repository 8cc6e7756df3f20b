import { readText, type SvgElement } from './svg-element.js';
import { Unusable } from './unusable.js';

/** The most elements that are drawn, counting each use of an element. */
const MOST_DRAWN = 20_000;

/** The most elements that lead to each other. */
const MOST_STEPS = 200;

const SIMPLER = 'Simplify the drawing, or export it as a PNG.';

/**
 * Counts what a drawing draws. Elements can use each other, so a few lines can draw millions of elements, or never end. Throws
 * `Unusable` for such a drawing.
 */
export function checkSvgSize(root: SvgElement): void {
  const elements = listElements(root);
  const byId = new Map(elements.map((element) => [element.attributes['id'], element]));
  const sheets = elements.filter(({ name }) => name === 'style').map(readText);
  const styled = listLinks(sheets.join(' '));
  const counts = new Map<SvgElement, number>();
  const count = (element: SvgElement, steps: number): number => {
    const known = counts.get(element);
    if (known !== undefined) {
      if (known < 0) throw new Unusable('contains itself', SIMPLER);
      return known;
    }
    if (steps > MOST_STEPS) throw new Unusable('leads from element to element too often', SIMPLER);
    counts.set(element, -1);
    const inside = element.children.flatMap((child) => (typeof child === 'string' ? [] : [child]));
    const used = listUses(element, styled).flatMap((id) => byId.get(id) ?? []);
    const repeats = hasMarkers(element, sheets) ? countPoints(element) : 1;
    let sum = 1;
    for (const child of inside) sum += count(child, steps + 1);
    for (const target of used) sum += repeats * count(target, steps + 1);
    if (sum > MOST_DRAWN)
      throw new Unusable(`draws more than ${MOST_DRAWN.toLocaleString('en-GB')} elements`, SIMPLER);
    counts.set(element, sum);
    return sum;
  };
  count(root, 0);
}

function listElements(element: SvgElement): SvgElement[] {
  return [
    element,
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : listElements(child))),
  ];
}

/** Lists the ids that an element uses. A style sheet may add its links to every element that has a class. */
function listUses({ attributes, name }: SvgElement, styled: readonly string[]): string[] {
  const { href, 'xlink:href': link = href, class: className, id } = attributes;
  const isStyled = name !== 'style' && (className !== undefined || id !== undefined);
  return [
    ...(link === undefined ? [] : [link.slice(1)]),
    ...Object.values(attributes).flatMap(listLinks),
    ...(isStyled ? styled.filter((target) => target !== id) : []),
  ];
}

function listLinks(text: string): string[] {
  return [...text.matchAll(/url\(\s*['"]?#([^'")\s]*)/gi)].map(([, id = '']) => id);
}

function hasMarkers({ attributes }: SvgElement, sheets: readonly string[]): boolean {
  const { style = '', class: className } = attributes;
  const isInSheet = className !== undefined && sheets.some((sheet) => sheet.includes('marker'));
  return (
    isInSheet || style.includes('marker') || Object.keys(attributes).some((name) => name.startsWith('marker'))
  );
}

/** Counts the points of a line at most. */
function countPoints({ attributes: { d = '', points = '' } }: SvgElement): number {
  return Math.max(1, (d + points).match(/[\d.]+/g)?.length ?? 1);
}
