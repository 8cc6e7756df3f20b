import type { DiagramArrow } from '../../model/drawing.js';
import { PAPER } from '../chart-style.js';
import { measureTextWidth } from '../measure-text.js';
import { formatCoordinate, renderAttributes } from '../svg.js';
import { LABEL_STYLE } from './diagram-style.js';
import { renderCentredText } from './render-centred-text.js';
import type { Position } from './route-arrow.js';

/** The length of a head's sides in points, and half of its angle in radians. */
const HEAD_LENGTH = 6.5;
const HEAD_ANGLE = 0.42;

/** The height of the background of a label, in points. */
const LABEL_HEIGHT = 13;

/** Draws an arrow along its corners. The label is separate, so that it can be drawn over every line and box. */
export function drawArrow(
  { label, isTwoWay }: DiagramArrow,
  corners: readonly Position[],
  colour: string,
): { line: string; label: string } {
  const path = corners.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${formatPosition([x, y])}`).join('');
  const heads = [
    drawHead(corners.at(-2), corners.at(-1), colour),
    ...(isTwoWay ? [drawHead(corners[1], corners[0], colour)] : []),
  ];
  const stroke = renderAttributes({ fill: 'none', stroke: colour, 'stroke-width': 1 });
  return {
    line: `<path d="${path}"${stroke}/>${heads.join('')}`,
    label: label === null ? '' : drawLabel(label, corners, colour),
  };
}

function drawHead(before: Position | undefined, tip: Position | undefined, colour: string): string {
  if (!before || !tip) return '';
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  const corner = (turn: number): string =>
    formatPosition([
      tip[0] - HEAD_LENGTH * Math.cos(angle + turn),
      tip[1] - HEAD_LENGTH * Math.sin(angle + turn),
    ]);
  const path = `M${formatPosition(tip)}L${corner(HEAD_ANGLE)}L${corner(-HEAD_ANGLE)}Z`;
  return `<path d="${path}" fill="${colour}"/>`;
}

/** Draws the label in the middle of the longest segment, on white, so that the line does not cross the words. */
function drawLabel(text: string, corners: readonly Position[], colour: string): string {
  const [x, y] = findLongestMiddle(corners);
  const width = measureTextWidth(text, LABEL_STYLE) + 6;
  const place = { x: x - width / 2, y: y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
  const background = `<rect${renderAttributes({ ...place, fill: PAPER })}/>`;
  return background + renderCentredText(text, [x, y + 3], LABEL_STYLE, colour);
}

function findLongestMiddle(corners: readonly Position[]): Position {
  const segments = corners.slice(1).map((end, index) => [corners[index] ?? end, end] as const);
  const measure = ([a, b]: readonly [Position, Position]): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [a, b] = segments.reduce((longest, segment) =>
    measure(segment) > measure(longest) ? segment : longest,
  );
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function formatPosition([x, y]: Position): string {
  return `${formatCoordinate(x)} ${formatCoordinate(y)}`;
}
