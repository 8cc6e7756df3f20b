import { describe, expect, test } from 'vitest';
import { readStructure, piecesOf, walkElements, type StructureElement } from '../support/read-structure.js';
import { buildNewest } from '../support/build-document.js';
import { copyProject } from '../support/run-papers.js';

/**
 * How pages begin and end. Each size of type breaks the reference paper at other places, so several are set: what holds at
 * all of them holds by rule and not by luck.
 */
const SIZES = [9.5, 10, 10.4, 10.8, 11.2, 11.6, 12, 12.5];

describe.each(SIZES)('set in type of %s points', (size) => {
  const set = async (): Promise<StructureElement[]> => {
    const copy = copyProject('.');
    copy.change('templates/theme/theme.yaml', (text) =>
      text.replace(/^(text:\n {2}size: )[\d.]+/m, `$1${size}`),
    );
    const { pdf } = await buildNewest(copy.root);
    copy.remove();
    return [...walkElements((await readStructure(pdf)).root)];
  };

  test('pages end and begin as a typesetter would have it', async () => {
    const elements = await set();
    expect([
      ...lonelyLines(elements),
      ...lonelyItems(elements),
      ...lonelyHeadings(elements),
      ...parted(elements),
    ]).toEqual([]);
  });
});

const first = (one: StructureElement): number => piecesOf(one)[0]?.page ?? 0;
const last = (one: StructureElement): number => piecesOf(one).at(-1)?.page ?? 0;

/** A paragraph or an item that leaves a single line at the foot or the head of a page. */
function lonelyLines(elements: StructureElement[]): string[] {
  return elements
    .filter(({ role }) => role === 'P' || role === 'LBody')
    .flatMap((one) => {
      const pieces = piecesOf(one);
      const pages = [...new Set(pieces.map(({ page }) => page))];
      const linesOn = (page: number): number =>
        new Set(pieces.filter((piece) => piece.page === page).flatMap(({ lines }) => lines)).size;
      return pages.length < 2
        ? []
        : pages.filter((page) => linesOn(page) < 2).map((page) => `page ${page}: ${words(one)}`);
    });
}

/** The last item of a list, alone at the head of a page with a single line. */
function lonelyItems(elements: StructureElement[]): string[] {
  return elements
    .filter(({ role }) => role === 'L')
    .flatMap((list) => {
      const [before, end] = list.children.flatMap((child) => ('role' in child ? [child] : [])).slice(-2);
      if (!before || !end) return [];
      const alone = last(before) < first(end) && piecesOf(end).flatMap(({ lines }) => lines).length < 2;
      return alone ? [`page ${first(end)}: ${words(end)}`] : [];
    });
}

/** A heading, or an introduction that ends in a colon, whose text begins on the next page. */
function lonelyHeadings(elements: StructureElement[]): string[] {
  const flow = elements.filter(({ role }) => /^(H[1-6]|P|LBody|Table|Figure)$/.test(role));
  return flow.flatMap((one, index) => {
    const next = flow[index + 1];
    const stays = /^H[2-6]$/.test(one.role) || words(one).endsWith(':');
    return stays && next && last(one) !== first(next) ? [`page ${last(one)}: ${words(one)}`] : [];
  });
}

/** A caption without its table or figure, a short table on two pages, a row on two pages, a head without rows. */
function parted(elements: StructureElement[]): string[] {
  return elements.flatMap((one) => {
    const rows = [...walkElements(one)].filter(({ role }) => role === 'TR');
    const whole = one.role === 'Figure' || one.role === 'TR' || (one.role === 'Table' && rows.length <= 16);
    return whole && first(one) !== last(one) ? [`pages ${first(one)} and ${last(one)}: ${words(one)}`] : [];
  });
}

function words(one: StructureElement): string {
  return piecesOf(one)
    .map(({ text }) => text)
    .join('')
    .trim()
    .slice(0, 80);
}
