import { formatNumber } from '../text/encode-text.js';

type Point = [x: number, y: number];

const STEP = /([A-Z])([^A-Z]*)/g;
const NUMBER = /-?[\d.]+/g;

/** The share of a radius by which the handles of a quarter circle reach beyond its ends. */
const QUARTER = 0.5523;

/** Returns the operators of PDF that trace the data of an SVG path. Knows the steps that our drawings have: M, L, Q, C and Z. */
export function tracePath(data: string): string {
  let last: Point = [0, 0];
  return Array.from(data.matchAll(STEP), ([, step = '', text = '']) => {
    const points = pair(Array.from(text.matchAll(NUMBER), ([number]) => Number(number)));
    const operator = writeStep(step, points, last);
    last = points.at(-1) ?? last;
    return operator;
  }).join('\n');
}

function writeStep(step: string, points: Point[], last: Point): string {
  switch (step) {
    case 'M':
      return `${formatPoints(points)} m`;
    case 'L':
      return `${formatPoints(points)} l`;
    case 'C':
      return `${formatPoints(points)} c`;
    case 'Q':
      return `${formatPoints(raiseCurve(last, points))} c`;
    case 'Z':
      return 'h';
    default:
      throw new Error(`internal error: a drawing has a path with "${step}"`);
  }
}

/** Writes a curve of one handle as the same curve of two, because PDF has no other. */
function raiseCurve(start: Point, [handle, end]: Point[]): Point[] {
  if (!handle || !end) throw new Error('internal error: a curve of a drawing has no end');
  const between = ([x, y]: Point): Point => [x + (2 / 3) * (handle[0] - x), y + (2 / 3) * (handle[1] - y)];
  return [between(start), between(end), end];
}

/** Returns the operators of PDF that trace a rectangle with round corners. */
export function traceRectangle(x: number, y: number, width: number, height: number, radius: number): string {
  if (radius === 0) return `${[x, y, width, height].map(formatNumber).join(' ')} re`;
  const [right, bottom, reach] = [x + width, y + height, radius * (1 - QUARTER)];
  const curve = (...points: Point[]): string => `${formatPoints(points)} c`;
  return [
    `${formatPoints([[x + radius, y]])} m`,
    `${formatPoints([[right - radius, y]])} l`,
    curve([right - reach, y], [right, y + reach], [right, y + radius]),
    `${formatPoints([[right, bottom - radius]])} l`,
    curve([right, bottom - reach], [right - reach, bottom], [right - radius, bottom]),
    `${formatPoints([[x + radius, bottom]])} l`,
    curve([x + reach, bottom], [x, bottom - reach], [x, bottom - radius]),
    `${formatPoints([[x, y + radius]])} l`,
    curve([x, y + reach], [x + reach, y], [x + radius, y]),
    'h',
  ].join('\n');
}

function pair(numbers: number[]): Point[] {
  return Array.from({ length: numbers.length / 2 }, (_, index): Point => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ]);
}

function formatPoints(points: Point[]): string {
  return points.map(([x, y]) => `${formatNumber(x)} ${formatNumber(y)}`).join(' ');
}
