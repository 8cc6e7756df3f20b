import { describe, expect, test } from 'vitest';
import { readStructure, listPieces, walkElements, type StructureElement } from '../support/read-structure.js';
import { buildNewest } from '../support/build-newest.js';
import { copyProject } from '../support/run-papers.js';

/**
 * Rules for the starts and ends of pages. Each type size breaks the reference paper at other places, so no rule passes by chance.
 */
const SIZES = [9.5, 10, 10.4, 10.8, 11.2, 11.6, 12, 12.5];

describe.each(SIZES)('with a type size of %s points', (size) => {
  const typeset = async (): Promise<StructureElement[]> => {
    const copy = copyProject('.');
    copy.change('templates/theme/theme.yaml', (text) => `${text}text: { size: ${size} }\n`);
    const { pdf } = await buildNewest(copy.root);
    copy.remove();
    return [...walkElements((await readStructure(pdf)).root)];
  };

  test('leaves no line, item, heading or caption alone on a page', async () => {
    const elements = await typeset();
    expect([
      ...findLonelyLines(elements),
      ...findLonelyItems(elements),
      ...findLonelyHeadings(elements),
      ...findSplitBlocks(elements),
    ]).toEqual([]);
  });
});

const firstPage = (element: StructureElement): number => listPieces(element)[0]?.page ?? 0;
const lastPage = (element: StructureElement): number => listPieces(element).at(-1)?.page ?? 0;

/** Finds paragraphs and items with a single line on one of their pages. */
function findLonelyLines(elements: StructureElement[]): string[] {
  return elements
    .filter(({ role }) => role === 'P' || role === 'LBody')
    .flatMap((element) => {
      const pieces = listPieces(element);
      const pages = [...new Set(pieces.map(({ page }) => page))];
      const linesOn = (page: number): number =>
        new Set(pieces.filter((piece) => piece.page === page).flatMap(({ lines }) => lines)).size;
      return pages.length < 2
        ? []
        : pages.filter((page) => linesOn(page) < 2).map((page) => `page ${page}: ${startOf(element)}`);
    });
}

/** Finds lists whose last item is a single line alone at the top of a page. */
function findLonelyItems(elements: StructureElement[]): string[] {
  return elements
    .filter(({ role }) => role === 'L')
    .flatMap((list) => {
      const [before, end] = list.children.flatMap((child) => ('role' in child ? [child] : [])).slice(-2);
      if (!before || !end) return [];
      const isAlone =
        lastPage(before) < firstPage(end) && listPieces(end).flatMap(({ lines }) => lines).length < 2;
      return isAlone ? [`page ${firstPage(end)}: ${startOf(end)}`] : [];
    });
}

/** Finds headings, and introductions that end with a colon, whose text starts on the next page. */
function findLonelyHeadings(elements: StructureElement[]): string[] {
  const flow = elements.filter(({ role }) => /^(H[1-6]|P|LBody|Table|Figure|TOCI)$/.test(role));
  return flow.flatMap((element, index) => {
    const next = flow[index + 1];
    const introduces = /^H[2-6]$/.test(element.role) || startOf(element).endsWith(':');
    return introduces && next && lastPage(element) !== firstPage(next)
      ? [`page ${lastPage(element)}: ${startOf(element)}`]
      : [];
  });
}

/** Finds figures, rows and short tables that are split over two pages. */
function findSplitBlocks(elements: StructureElement[]): string[] {
  return elements.flatMap((element) => {
    const rows = [...walkElements(element)].filter(({ role }) => role === 'TR');
    const isUnbreakable =
      element.role === 'Figure' || element.role === 'TR' || (element.role === 'Table' && rows.length <= 16);
    return isUnbreakable && firstPage(element) !== lastPage(element)
      ? [`pages ${firstPage(element)} and ${lastPage(element)}: ${startOf(element)}`]
      : [];
  });
}

/** Returns the first 80 characters of an element's text. */
function startOf(element: StructureElement): string {
  return listPieces(element)
    .map(({ text }) => text)
    .join('')
    .trim()
    .slice(0, 80);
}
