import { fillCoverage, type Coverage, type Polygon } from './fill-coverage.js';

/** A colour with its opacity. All are from 0 to 1. */
export interface Paint {
  colour: readonly [red: number, green: number, blue: number];
  opacity: number;
}

/** A white picture to paint on. */
export class Canvas {
  private readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8Array(width * height * 3).fill(255);
  }

  /** Returns red, green and blue of each pixel, row by row. */
  getPixels(): Uint8Array {
    return this.pixels;
  }

  /** Fills polygons, within the mask if there is one. */
  fill(polygons: readonly Polygon[], { colour, opacity }: Paint, mask: Coverage | null): void {
    const area = fillCoverage(polygons, this.width, this.height);
    if (!area) return;
    const [red, green, blue] = colour.map((part) => part * 255) as [number, number, number];
    area.coverage.forEach((covered, index) => {
      if (covered === 0) return;
      const x = area.left + (index % area.width);
      const y = area.top + Math.floor(index / area.width);
      const share = roundCoverage(covered) * opacity * (mask ? roundCoverage(readCoverage(mask, x, y)) : 1);
      const at = (y * this.width + x) * 3;
      this.pixels[at] = mix(this.pixels[at] ?? 0, red, share);
      this.pixels[at + 1] = mix(this.pixels[at + 1] ?? 0, green, share);
      this.pixels[at + 2] = mix(this.pixels[at + 2] ?? 0, blue, share);
    });
  }
}

/** Few levels make few colours, which a PNG stores in a byte each. The eye sees no difference at this size of pixels. */
const LEVELS = 16;

function roundCoverage(covered: number): number {
  return Math.round(covered * LEVELS) / LEVELS;
}

function readCoverage({ left, top, width, height, coverage }: Coverage, x: number, y: number): number {
  const [column, row] = [x - left, y - top];
  if (column < 0 || row < 0 || column >= width || row >= height) return 0;
  return coverage[row * width + column] ?? 0;
}

function mix(below: number, above: number, share: number): number {
  return Math.round(below + (above - below) * share);
}
