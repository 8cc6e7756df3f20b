import type { DiagramArrow, DiagramBox, DiagramData } from '../../model/drawing.js';
import { wrapText } from '../fit-text.js';
import { measureTextWidth } from '../measure-text.js';
import {
  LABEL_STYLE,
  PADDING,
  TEXT_GAP,
  TEXT_LINE_HEIGHT,
  TEXT_STYLE,
  TITLE_LINE_HEIGHT,
  TITLE_STYLE,
} from './diagram-style.js';

/** The least space between neighbours in a row, in points. */
const GAP_ACROSS = 18;

/** The space that an arrow needs in addition to its label, in points. */
const ARROW_ROOM = 26;

/** The space between rows, in points. */
const GAP_DOWN = 40;

/** A box with its place in the drawing and its lines of text. Lengths are in points. */
export interface PlacedBox {
  box: DiagramBox;
  row: number;
  x: number;
  y: number;
  width: number;
  height: number;
  title: string[];
  text: string[];
}

/** Places boxes in rows. The boxes of a row share its width and its height. */
export function placeBoxes({ rows, arrows }: DiagramData, width: number): PlacedBox[] {
  let y = 1;
  return rows.flatMap((row, index) => {
    const boxes = placeRow(row, { index, y, width, gap: findGap(row, arrows) });
    y += (boxes[0]?.height ?? 0) + GAP_DOWN;
    return boxes;
  });
}

function placeRow(
  row: DiagramBox[],
  { index, y, width, gap }: { index: number; y: number; width: number; gap: number },
): PlacedBox[] {
  const boxWidth = (width - gap * (row.length - 1)) / row.length - 1;
  const textWidth = boxWidth - 2 * PADDING;
  const boxes = row.map((box) => ({
    box,
    title: wrapText(box.title, textWidth, TITLE_STYLE),
    text: box.text.flatMap((text) => wrapText(text, textWidth, TEXT_STYLE)),
  }));
  const height = Math.max(...boxes.map(computeTextHeight));
  return boxes.map((box, column) => ({
    ...box,
    row: index,
    x: 0.5 + column * (boxWidth + gap),
    y,
    width: boxWidth,
    height,
  }));
}

/** Returns a gap that is wide enough for the labels on arrows between neighbours. */
function findGap(row: DiagramBox[], arrows: DiagramArrow[]): number {
  const isInRow = (id: string): boolean => row.some((box) => box.id === id);
  const labels = arrows
    .filter(({ from, to }) => isInRow(from) && isInRow(to))
    .map(({ label }) => measureTextWidth(label ?? '', LABEL_STYLE));
  return Math.max(GAP_ACROSS, ...labels.map((label) => (label > 0 ? label + ARROW_ROOM : 0)));
}

/** Returns the height of a box that fits its text, in points. */
export function computeTextHeight({ title, text }: Pick<PlacedBox, 'title' | 'text'>): number {
  const gap = text.length > 0 ? TEXT_GAP : 0;
  return 2 * PADDING + title.length * TITLE_LINE_HEIGHT + gap + text.length * TEXT_LINE_HEIGHT - 2;
}
