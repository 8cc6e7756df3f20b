export type Point = readonly [x: number, y: number];

/** A closed line through points. */
export type Polygon = readonly Point[];

/** A rectangle of pixels. `coverage` has the covered share of each pixel, from 0 to 1, row by row. */
export interface Coverage {
  left: number;
  top: number;
  width: number;
  height: number;
  coverage: Float32Array;
}

/** The lines that are sampled in each row of pixels. Along a line, coverage is exact. */
const SAMPLES = 5;

interface Crossing {
  x: number;
  direction: 1 | -1;
}

/**
 * Computes the share of each pixel that polygons cover, by the rule of nonzero winding. Null if they cover nothing of a picture of
 * `width` by `height` pixels.
 */
export function fillCoverage(polygons: readonly Polygon[], width: number, height: number): Coverage | null {
  const box = findBox(polygons, width, height);
  if (!box) return null;
  const coverage = new Float32Array(box.width * box.height);
  const crossings = findCrossings(polygons, box.top, box.height);
  crossings.forEach((line, index) => {
    const row = Math.floor(index / SAMPLES);
    addSpans(coverage.subarray(row * box.width, (row + 1) * box.width), line, box.left);
  });
  return { ...box, coverage };
}

function findBox(
  polygons: readonly Polygon[],
  width: number,
  height: number,
): Omit<Coverage, 'coverage'> | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons)
    for (const [x, y] of polygon) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  [left, top] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
  [right, bottom] = [Math.min(width, Math.ceil(right)), Math.min(height, Math.ceil(bottom))];
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

/** Finds where the edges cross each sampled line. */
function findCrossings(polygons: readonly Polygon[], top: number, height: number): Crossing[][] {
  const lines = Array.from({ length: height * SAMPLES }, (): Crossing[] => []);
  for (const polygon of polygons)
    polygon.forEach(([x1, y1], index) => {
      const [x2, y2] = polygon[(index + 1) % polygon.length] ?? [x1, y1];
      if (y1 === y2) return;
      const [upper, lower] = y1 < y2 ? [y1, y2] : [y2, y1];
      const toLine = (y: number): number => Math.ceil((y - top) * SAMPLES - 0.5);
      const end = Math.min(lines.length, toLine(lower));
      for (let line = Math.max(0, toLine(upper)); line < end; line++) {
        const y = top + (line + 0.5) / SAMPLES;
        lines[line]?.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), direction: y1 < y2 ? 1 : -1 });
      }
    });
  return lines;
}

function addSpans(row: Float32Array, crossings: Crossing[], left: number): void {
  crossings.sort((a, b) => a.x - b.x);
  let winding = 0;
  let start = 0;
  for (const { x, direction } of crossings) {
    if (winding === 0) start = x;
    winding += direction;
    if (winding === 0) addSpan(row, start - left, x - left);
  }
}

function addSpan(row: Float32Array, from: number, to: number): void {
  const start = Math.max(0, from);
  const end = Math.min(row.length, to);
  for (let pixel = Math.floor(start); pixel < end; pixel++) {
    const share = Math.min(end, pixel + 1) - Math.max(start, pixel);
    row[pixel] = Math.min(1, (row[pixel] ?? 0) + share / SAMPLES);
  }
}
