import type { Point, Polygon } from './fill-coverage.js';

/** A part of a path as a line through points. */
export interface Polyline {
  points: Polygon;
  isClosed: boolean;
}

/** A step of a path with its numbers, all absolute: M, L, Q, C or Z. */
export interface PathStep {
  step: string;
  numbers: readonly number[];
}

const STEP = /([A-Z])([^A-Z]*)/g;
const NUMBER = /-?[\d.]+(?:e-?\d+)?/g;

/** Parses the data of a path of our drawings, which have the steps M, L, Q, C and Z only. */
export function parsePath(data: string): PathStep[] {
  return Array.from(data.matchAll(STEP), ([, step = '', text = '']) => ({
    step,
    numbers: Array.from(text.matchAll(NUMBER), ([number]) => Number(number)),
  }));
}

/** Replaces curves by lines. `toPixel` moves a point of the path to the picture, where lines are short enough to look round. */
export function flattenPath(steps: readonly PathStep[], toPixel: (point: Point) => Point): Polyline[] {
  const lines: Polyline[] = [];
  let points: Point[] = [];
  let last: Point = [0, 0];
  const end = (isClosed: boolean): void => {
    if (points.length > 1) lines.push({ points, isClosed });
    points = [];
  };
  for (const { step, numbers } of steps) {
    const pairs = pair(numbers).map(toPixel);
    if (step === 'Z') {
      last = points[0] ?? last;
      end(true);
      continue;
    }
    if (step === 'M') end(false);
    if (points.length === 0 && step !== 'M') points = [last];
    points.push(...traceStep(step, last, pairs));
    last = points.at(-1) ?? last;
  }
  end(false);
  return lines;
}

function traceStep(step: string, start: Point, points: Point[]): Point[] {
  if (step === 'M' || step === 'L') return points;
  if (step !== 'Q' && step !== 'C') throw new Error(`internal error: a drawing has a path with "${step}"`);
  const count = Math.min(40, Math.max(4, Math.ceil(measure([start, ...points]) / 3)));
  return Array.from({ length: count }, (_, index) => findOnCurve([start, ...points], (index + 1) / count));
}

/** Finds the point of a curve at a share of its way, by halving the lines between its handles (de Casteljau). */
function findOnCurve(points: readonly Point[], share: number): Point {
  if (points.length === 1) return points[0] ?? [0, 0];
  const between = points.slice(1).map(([x, y], index): Point => {
    const [x0, y0] = points[index] ?? [x, y];
    return [x0 + (x - x0) * share, y0 + (y - y0) * share];
  });
  return findOnCurve(between, share);
}

function measure(points: readonly Point[]): number {
  return points.slice(1).reduce((length, [x, y], index) => {
    const [x0, y0] = points[index] ?? [x, y];
    return length + Math.hypot(x - x0, y - y0);
  }, 0);
}

function pair(numbers: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index): Point => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ]);
}
