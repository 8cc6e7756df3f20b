import type { LineOfText, Page, PageItem } from 'pdfmake/js/LayoutBuilder.js';
import type { PageSize } from 'pdfmake/js/PageSize.js';
import tools from 'pdfmake/js/helpers/tools.js';
import { composePages } from './compose-pages.js';
import type { GalleyBox } from './galley-box.js';

/** The size of a page and its margins, in points. */
export interface PageFormat {
  size: PageSize;
  margins: { left: number; top: number; right: number; bottom: number };
  /** The height of the text area. */
  textHeight: number;
}

/** A box and what is drawn in it. */
interface FilledBox extends GalleyBox {
  items: PageItem[];
}

/** Moves everything on the galley to its place on a page. */
export function makePages(
  galley: { items: readonly PageItem[]; boxes: readonly GalleyBox[] },
  { size, margins, textHeight }: PageFormat,
): Page[] {
  const all = attachFootnotes(divideHighBoxes(fillBoxes(galley), textHeight));
  const boxes = leaveOutOptional(all, textHeight);
  const pages = composePages(boxes, textHeight);
  return (pages.length > 0 ? pages : [[]]).map((placements, index): Page => ({
    pageSize: size,
    pageMargins: margins,
    customProperties: {},
    items: placements.flatMap(({ box: at, y, isRepeated }) => {
      const box = boxes[at];
      return box ? moveBox(box, margins.top + y, index + 1, isRepeated) : [];
    }),
  }));
}

/** Gives each footnote to the first box that has a link to it. */
function attachFootnotes(boxes: FilledBox[]): FilledBox[] {
  const notes = new Map<string, number[]>();
  boxes.forEach(({ footnote }, index) => {
    if (footnote !== undefined) notes.set(footnote, [...(notes.get(footnote) ?? []), index]);
  });
  if (notes.size === 0) return boxes;
  return boxes.map((box) => {
    if (box.isFootnote) return box;
    const cited = new Set(box.items.flatMap(listTargets));
    const footnotes = [...cited].flatMap((target) => notes.get(target) ?? []);
    for (const target of cited) notes.delete(target);
    return footnotes.length > 0 ? { ...box, footnotes } : box;
  });
}

function listTargets({ type, item }: PageItem): string[] {
  return type === 'line' ? item.inlines.flatMap(({ linkToDestination }) => linkToDestination ?? []) : [];
}

/** Leaves out the boxes that a paper of so few pages does not show. */
function leaveOutOptional(boxes: FilledBox[], textHeight: number): FilledBox[] {
  const fewest = boxes.find(({ fromPages }) => fromPages !== undefined)?.fromPages;
  if (fewest === undefined) return boxes;
  const shown = boxes.map((box) =>
    box.fromPages === undefined ? box : { ...box, isOnlyRepeated: true, spaceBelow: 0 },
  );
  // A long paper need not be composed twice to see that it has so many pages.
  const height = shown.reduce((sum, box) => sum + (box.isOnlyRepeated ? 0 : box.height), 0);
  if (height >= fewest * textHeight) return boxes;
  return composePages(shown, textHeight).length < fewest ? shown : boxes;
}

/** Puts each item into the last box that starts above its middle. The order of drawing is kept. */
function fillBoxes({
  items,
  boxes,
}: {
  items: readonly PageItem[];
  boxes: readonly GalleyBox[];
}): FilledBox[] {
  const filled = boxes.map((box): FilledBox => ({ ...box, items: [] }));
  for (const item of items) findBox(filled, findMiddle(item))?.items.push(item);
  return filled;
}

/** Finds the last box that starts above a height of the galley. Boxes are in order of their upper edges. */
function findBox(boxes: readonly FilledBox[], y: number): FilledBox | undefined {
  let [low, high] = [0, boxes.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((boxes[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return boxes[low];
}

/** Returns the height of an item's middle on the galley. */
function findMiddle(item: PageItem): number {
  const { top, bottom } = findEdges(item);
  return (top + bottom) / 2;
}

function findEdges(pageItem: PageItem): { top: number; bottom: number } {
  switch (pageItem.type) {
    case 'line': {
      const { y } = pageItem.item;
      return { top: y, bottom: y + pageItem.item.getHeight() };
    }
    case 'svg':
    case 'image': {
      const { y, _height } = pageItem.item;
      return { top: y, bottom: y + _height };
    }
    case 'vector': {
      const { y = 0, h = 0, y1 = y, y2 = y + h } = pageItem.item;
      return { top: y1, bottom: y2 };
    }
    case 'beginClip':
    case 'endClip':
      throw new Error(`internal error: ${pageItem.type} is not supported`);
    default:
      return pageItem satisfies never;
  }
}

/** Divides boxes that are higher than a page, such as a row with pages of text in a cell. */
function divideHighBoxes(boxes: readonly FilledBox[], textHeight: number): FilledBox[] {
  if (boxes.every(({ height }) => height <= textHeight)) return [...boxes];
  const parts = boxes.map((box) => (box.height > textHeight ? divideBox(box) : [box]));
  const starts: number[] = [];
  parts.reduce((start, { length }, index) => {
    starts[index] = start;
    return start + length;
  }, 0);
  return parts
    .flat()
    .map((box) =>
      box.repeated ? { ...box, repeated: box.repeated.map((index) => starts[index] ?? index) } : box,
    );
}

/** Divides a box between its lines, at each height that no line or drawing crosses. */
function divideBox(box: FilledBox): FilledBox[] {
  const edges = box.items
    .filter(({ type }) => type !== 'vector')
    .map(findEdges)
    .sort((a, b) => a.top - b.top);
  const tops: number[] = [];
  let reached = -Infinity;
  for (const { top, bottom } of edges) {
    if (top >= reached) tops.push(top);
    reached = Math.max(reached, bottom);
  }
  const starts = [box.top, ...tops.slice(1)];
  const pieces = starts.map((top, index): FilledBox => {
    const bottom = starts[index + 1] ?? box.bottom;
    const piece = { ...box, floats: false, top, bottom, height: bottom - top, items: [] };
    return index === 0 ? piece : { ...piece, space: 0, breakCost: 0 };
  });
  for (const item of box.items) findBox(pieces, findMiddle(item))?.items.push(item);
  return pieces;
}

/** Moves what is drawn in a box to a page. A repeated box stays where it is, and a copy of it moves. */
function moveBox(box: FilledBox, y: number, pageNumber: number, isRepeated: boolean): PageItem[] {
  const distance = y - box.top;
  if (isRepeated) return box.items.map((item) => moveItem(copyItem(item), distance));
  box.top = y;
  for (const item of box.items) {
    moveItem(item, distance);
    if (item.type === 'line') notePageNumber(item.item, pageNumber);
  }
  return box.items;
}

/** pdfmake finds the numbers of the contents list in the positions of nodes. */
function notePageNumber({ _node }: LineOfText, pageNumber: number): void {
  const [position] = _node?.positions ?? [];
  if (position) position.pageNumber = pageNumber;
}

function copyItem(pageItem: PageItem): PageItem {
  switch (pageItem.type) {
    case 'line':
      return { ...pageItem, item: pageItem.item.clone() };
    case 'vector':
      return { ...pageItem, item: { ...pageItem.item } };
    case 'svg':
    case 'image':
      return { ...pageItem, item: { ...pageItem.item } };
    case 'beginClip':
    case 'endClip':
      throw new Error(`internal error: ${pageItem.type} is not supported`);
    default:
      return pageItem satisfies never;
  }
}

function moveItem(pageItem: PageItem, distance: number): PageItem {
  if (pageItem.type === 'vector') tools.offsetVector(pageItem.item, 0, distance);
  else if ('y' in pageItem.item) pageItem.item.y += distance;
  return pageItem;
}
