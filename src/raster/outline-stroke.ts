import type { Point, Polygon } from './fill-coverage.js';
import type { Polyline } from './flatten-path.js';

/** A pen. Lengths are in pixels. */
export interface Pen {
  width: number;
  cap: 'butt' | 'round' | 'square';
  join: 'miter' | 'round' | 'bevel';
  dashes: readonly number[];
  dashOffset: number;
}

/** A mitre that is longer than this, in half widths of the line, is cut off. */
const LONGEST_MITRE = 4;

/** Returns polygons that together cover what a pen draws along a line. They overlap. */
export function outlineStroke(line: Polyline, pen: Pen): Polygon[] {
  const pieces = pen.dashes.some((length) => length > 0) ? cutDashes(line, pen) : [line];
  return pieces.flatMap((piece) => outlinePiece(piece, pen));
}

function outlinePiece({ points, isClosed }: Polyline, pen: Pen): Polygon[] {
  const distinct = points.filter(([x, y], index) => {
    const [x0, y0] = points[index - 1] ?? [NaN, NaN];
    return x !== x0 || y !== y0;
  });
  const half = pen.width / 2;
  if (distinct.length === 1) return pen.cap === 'round' ? [makeDisc(distinct[0] ?? [0, 0], half)] : [];
  const ends = isClosed ? [...distinct, ...distinct.slice(0, 1)] : distinct;
  const last = ends.length - 2;
  const segments = ends.slice(0, -1).map((from, index) => {
    const to = ends[index + 1] ?? from;
    const isSquare = pen.cap === 'square' && !isClosed;
    return makeSegment(
      from,
      to,
      half,
      isSquare && index === 0 ? half : 0,
      isSquare && index === last ? half : 0,
    );
  });
  const corners = isClosed ? ends.slice(0, -1) : ends.slice(1, -1);
  const joins = corners.flatMap((corner, index) => {
    const at = isClosed ? index : index + 1;
    const before = ends[at - 1] ?? ends[ends.length - 2];
    const after = ends[at + 1];
    return before && after ? makeJoin(before, corner, after, pen) : [];
  });
  const caps =
    !isClosed && pen.cap === 'round' ? [ends[0], ends.at(-1)].filter((end) => end !== undefined) : [];
  return [...segments, ...joins, ...caps.map((end) => makeDisc(end, half))].map(turnClockwise);
}

function makeSegment([x1, y1]: Point, [x2, y2]: Point, half: number, before: number, after: number): Polygon {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [nx, ny] = [-dy * half, dx * half];
  const [ax, ay, bx, by] = [x1 - dx * before, y1 - dy * before, x2 + dx * after, y2 + dy * after];
  return [
    [ax + nx, ay + ny],
    [bx + nx, by + ny],
    [bx - nx, by - ny],
    [ax - nx, ay - ny],
  ];
}

function makeJoin(before: Point, corner: Point, after: Point, { width, join }: Pen): Polygon[] {
  const half = width / 2;
  if (join === 'round') return [makeDisc(corner, half)];
  const [x, y] = corner;
  const start = findNormal(before, corner);
  const end = findNormal(corner, after);
  const turn = start[0] * end[1] - start[1] * end[0];
  const side = turn > 0 ? -half : half; // the outer side of the corner
  const first: Point = [x + start[0] * side, y + start[1] * side];
  const second: Point = [x + end[0] * side, y + end[1] * side];
  const cosine = Math.sqrt(Math.max(0, (1 + start[0] * end[0] + start[1] * end[1]) / 2));
  if (join === 'bevel' || cosine * LONGEST_MITRE < 1) return [[corner, first, second]];
  const [mx, my] = [start[0] + end[0], start[1] + end[1]];
  const reach = side / cosine / (Math.hypot(mx, my) || 1);
  return [[corner, first, [x + mx * reach, y + my * reach], second]];
}

function findNormal([x1, y1]: Point, [x2, y2]: Point): Point {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  return [-(y2 - y1) / length, (x2 - x1) / length];
}

function makeDisc([x, y]: Point, radius: number): Polygon {
  const count = Math.max(8, Math.ceil(radius * 4));
  return Array.from({ length: count }, (_, index): Point => {
    const angle = (2 * Math.PI * index) / count;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Gives all polygons the same direction, so that those which overlap do not cancel each other. */
function turnClockwise(polygon: Polygon): Polygon {
  const area = polygon.reduce((sum, [x1, y1], index) => {
    const [x2, y2] = polygon[(index + 1) % polygon.length] ?? [x1, y1];
    return sum + x1 * y2 - x2 * y1;
  }, 0);
  return area < 0 ? [...polygon].reverse() : polygon;
}

/** Cuts a line into its dashes. */
function cutDashes({ points, isClosed }: Polyline, { dashes, dashOffset }: Pen): Polyline[] {
  const pattern = dashes.length % 2 === 0 ? dashes : [...dashes, ...dashes];
  const total = pattern.reduce((sum, length) => sum + length, 0);
  let place = ((dashOffset % total) + total) % total;
  let index = 0;
  while (place >= (pattern[index] ?? total)) place -= pattern[index++] ?? 0;
  const pieces: Point[][] = [];
  let piece: Point[] = index % 2 === 0 ? points.slice(0, 1) : [];
  let left = (pattern[index] ?? 0) - place;
  const ends = isClosed ? [...points, ...points.slice(0, 1)] : points;
  for (const [number, to] of ends.entries()) {
    const from = ends[number - 1];
    if (!from) continue;
    let [x, y] = from;
    let rest = Math.hypot(to[0] - x, to[1] - y);
    while (rest > left) {
      const share = left / rest;
      [x, y] = [x + (to[0] - x) * share, y + (to[1] - y) * share];
      rest -= left;
      if (index % 2 === 0) pieces.push([...piece, [x, y]]);
      index = (index + 1) % pattern.length;
      piece = index % 2 === 0 ? [[x, y]] : [];
      left = pattern[index] ?? total;
    }
    left -= rest;
    if (index % 2 === 0) piece.push(to);
  }
  if (piece.length > 1) pieces.push(piece);
  return pieces.map((dash) => ({ points: dash, isClosed: false }));
}
