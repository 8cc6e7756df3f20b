/**
 * Hatching as real lines clipped to the shape: tiles of a pattern show their seams. Chart.js tells paint from options by the
 * tag of a canvas pattern.
 */
export class Hatch {
  constructor(
    readonly line: string,
    readonly ground: string,
    readonly step = 3.6,
    readonly width = 0.8,
  ) {}

  get [Symbol.toStringTag](): string {
    return 'CanvasPattern';
  }
}
