import { FONT_FAMILY } from '../fonts.js';
import type { DiagramArrow, DiagramBox, DiagramData, Drawing } from '../model/drawing.js';
import { computeTextWidth, type Theme } from '../model/theme.js';
import { textWidthOf, wrapText, type TextStyle } from './measure-text.js';
import { n, svgElement } from './svg.js';
import { escapeXml } from '../markup/escape-xml.js';

const GAP_ACROSS = 18;
const ARROW_ENDS = 26;
const GAP_DOWN = 34;
const PADDING = 9;
const LANE = 16;
const TITLE: TextStyle = { size: 10, bold: true };
const TEXT: TextStyle = { size: 9.25, bold: false };
const LABEL: TextStyle = { size: 9, bold: false };

interface Placed {
  box: DiagramBox;
  row: number;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  title: string[];
  text: string[];
}

/** Draws boxes in rows and arrows between them. Boxes of a row share its width and its height. */
export function drawDiagram(id: string, data: DiagramData, theme: Theme): Drawing {
  const width = computeTextWidth(theme) - theme.text.hang;
  const lanes = data.arrows.filter((arrow) => goesRound(arrow, data)).length;
  const boxes = placeBoxes(data, width - lanes * LANE);
  const height = Math.max(...boxes.map(({ y, height: h }) => y + h)) + 2;
  let lane = 0;
  const arrows = data.arrows.map((arrow) => {
    if (goesRound(arrow, data)) lane += 1;
    return drawArrow(arrow, boxes, width - (lanes - lane) * LANE - 4, theme);
  });
  const body = [
    ...arrows.map(({ line }) => line),
    ...boxes.map((box) => drawBox(box, theme)),
    ...arrows.map(({ label }) => label),
  ];
  return {
    svg: svgElement(width, height, width, height, `<g id="${id}">${body.join('')}</g>`),
    width,
    height,
  };
}

function placeBoxes({ rows, arrows }: DiagramData, width: number): Placed[] {
  let y = 1;
  return rows.flatMap((row, index) => {
    const gap = gapAcross(row, arrows);
    const each = (width - gap * (row.length - 1)) / row.length - 1;
    const lines = row.map((box) => ({
      title: wrapText(box.title, each - 2 * PADDING, TITLE),
      text: box.text.flatMap((text) => wrapText(text, each - 2 * PADDING, TEXT)),
    }));
    const height = Math.max(...lines.map(({ title, text }) => textHeight(title.length, text.length)));
    const placed = row.map((box, column) => ({
      box,
      row: index,
      column,
      x: 0.5 + column * (each + gap),
      y,
      width: each,
      height,
      title: lines[column]?.title ?? [],
      text: lines[column]?.text ?? [],
    }));
    y += height + GAP_DOWN;
    return placed;
  });
}

/** Wide enough for the words on an arrow between neighbours. */
function gapAcross(row: DiagramBox[], arrows: DiagramArrow[]): number {
  const inRow = (id: string): boolean => row.some((box) => box.id === id);
  const labels = arrows
    .filter(({ from, to }) => inRow(from) && inRow(to))
    .map(({ label }) => textWidthOf(label ?? '', LABEL));
  return Math.max(GAP_ACROSS, ...labels.map((label) => (label > 0 ? label + ARROW_ENDS : 0)));
}

const TITLE_LINE = 12.5;
const TEXT_LINE = 11.5;

function textHeight(titles: number, texts: number): number {
  return 2 * PADDING + titles * TITLE_LINE + (texts > 0 ? 3 : 0) + texts * TEXT_LINE - 2;
}

function drawBox({ box, x, y, width, height, title, text }: Placed, theme: Theme): string {
  const { accent, tint, ink, rule } = theme.colours;
  const frame = `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="3" fill="${box.isEmphasised ? tint : '#ffffff'}" stroke="${box.isEmphasised ? accent : rule}" stroke-width="${box.isEmphasised ? 1.3 : 0.9}"/>`;
  const top = y + (height - textHeight(title.length, text.length)) / 2 + PADDING;
  const middle = x + width / 2;
  const titles = title.map((line, index) =>
    centred(line, middle, top + 9 + index * TITLE_LINE, TITLE, accent),
  );
  const start = top + title.length * TITLE_LINE + 3;
  const texts = text.map((line, index) => centred(line, middle, start + 8.5 + index * TEXT_LINE, TEXT, ink));
  return [frame, ...titles, ...texts].join('');
}

function centred(text: string, x: number, y: number, style: TextStyle, colour: string): string {
  const width = textWidthOf(text, style);
  const left = x - width / 2;
  return `<text x="${n(left)}" y="${n(y)}" font-family="${FONT_FAMILY}" font-size="${n(style.size)}"${style.bold ? ' font-weight="bold"' : ''} data-width="${n(width)}" fill="${colour}">${escapeXml(text)}</text>`;
}

/** An arrow that would cross a row goes round the right-hand side, in a lane of its own. */
function goesRound({ from, to }: DiagramArrow, { rows }: DiagramData): boolean {
  const rowOf = (id: string): number => rows.findIndex((row) => row.some((box) => box.id === id));
  return Math.abs(rowOf(from) - rowOf(to)) > 1;
}

type Point = [x: number, y: number];

function drawArrow(
  arrow: DiagramArrow,
  boxes: Placed[],
  laneX: number,
  theme: Theme,
): { line: string; label: string } {
  const from = boxes.find(({ box }) => box.id === arrow.from);
  const to = boxes.find(({ box }) => box.id === arrow.to);
  if (!from || !to)
    throw new Error(`an arrow leads to a box that is not there: ${arrow.from} to ${arrow.to}`);
  const points = route(from, to, laneX);
  const { soft } = theme.colours;
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
  const heads = [
    head(points.at(-2), points.at(-1), soft),
    ...(arrow.isTwoWay ? [head(points[1], points[0], soft)] : []),
  ];
  const line = `<path d="${path}" fill="none" stroke="${soft}" stroke-width="1"/>${heads.join('')}`;
  return { line, label: arrow.label === null ? '' : labelAt(arrow.label, points, soft) };
}

function route(from: Placed, to: Placed, laneX: number): Point[] {
  const [a, b] = [middleOf(from), middleOf(to)];
  if (from.row === to.row) {
    const right = to.x > from.x;
    return [
      [right ? from.x + from.width : from.x, a[1]],
      [right ? to.x : to.x + to.width, b[1]],
    ];
  }
  if (Math.abs(from.row - to.row) > 1)
    return [
      [from.x + from.width, a[1]],
      [laneX, a[1]],
      [laneX, b[1]],
      [to.x + to.width, b[1]],
    ];
  const down = to.y > from.y;
  const start: Point = [a[0], down ? from.y + from.height : from.y];
  const end: Point = [b[0], down ? to.y : to.y + to.height];
  const half = (start[1] + end[1]) / 2;
  return Math.abs(start[0] - end[0]) < 1 ? [start, end] : [start, [start[0], half], [end[0], half], end];
}

function middleOf({ x, y, width, height }: Placed): Point {
  return [x + width / 2, y + height / 2];
}

function head(before: Point | undefined, tip: Point | undefined, colour: string): string {
  if (!before || !tip) return '';
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  const corner = (turn: number): string =>
    `${n(tip[0] - 6.5 * Math.cos(angle + turn))} ${n(tip[1] - 6.5 * Math.sin(angle + turn))}`;
  return `<path d="M${n(tip[0])} ${n(tip[1])}L${corner(0.42)}L${corner(-0.42)}Z" fill="${colour}"/>`;
}

/** On the longest stretch of the arrow, on white so that the line does not run through the words. */
function labelAt(text: string, points: Point[], colour: string): string {
  const stretches = points.slice(1).map((end, index) => [points[index] ?? end, end] as const);
  const length = ([a, b]: readonly [Point, Point]): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
  const longest = stretches.reduce((best, one) => (length(one) > length(best) ? one : best));
  const [x, y] = [(longest[0][0] + longest[1][0]) / 2, (longest[0][1] + longest[1][1]) / 2];
  const width = textWidthOf(text, LABEL) + 6;
  const ground = `<rect x="${n(x - width / 2)}" y="${n(y - 6.5)}" width="${n(width)}" height="13" fill="#ffffff"/>`;
  return ground + centred(text, x, y + 3, LABEL, colour);
}
