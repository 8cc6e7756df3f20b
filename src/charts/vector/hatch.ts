import { formatCoordinate } from '../svg.js';
import type { Box } from './vector-path.js';

/**
 * Hatching of solid lines clipped to the shape: the tiles of an SVG pattern show their seams. Chart.js accepts a paint
 * object in its options only if it has the tag of a canvas pattern.
 */
export class Hatch {
  /** The distance from line to line, in the units of the canvas. */
  readonly step = 3.6;
  /** The width of a line, in the units of the canvas. */
  readonly width = 0.8;

  constructor(
    /** The colour of the lines. */
    readonly line: string,
    /** The colour between the lines. */
    readonly ground: string,
  ) {}

  get [Symbol.toStringTag](): string {
    return 'CanvasPattern';
  }
}

/** Traces diagonal lines over a box, `gap` apart along its edges. Returns the data of an SVG path. */
export function traceHatch({ left, top, right, bottom }: Box, gap: number): string {
  const lines: string[] = [];
  for (let sum = Math.ceil((left + top) / gap) * gap; sum < right + bottom; sum += gap) {
    const [from, to] = [Math.max(left, sum - bottom), Math.min(right, sum - top)];
    if (to > from) lines.push(`M${formatPoint(from, sum - from)}L${formatPoint(to, sum - to)}`);
  }
  return lines.join('');
}

function formatPoint(x: number, y: number): string {
  return `${formatCoordinate(x)} ${formatCoordinate(y)}`;
}
