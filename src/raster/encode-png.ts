import { encode } from 'fast-png';
import type { Canvas } from './canvas.js';

/** Encodes a picture as a PNG. */
export function encodePng(canvas: Canvas): Uint8Array {
  const { width, height } = canvas;
  return encode({ width, height, data: canvas.getPixels(), channels: 3, depth: 8 }, { zlib: { level: 9 } });
}
