import { crc32, deflateSync } from 'node:zlib';
import type { Canvas } from './canvas.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The types of pixels: three bytes of colour, or one byte that names a colour of the palette. */
const TRUE_COLOUR = 2;
const PALETTE = 3;
const MOST_COLOURS = 256;

/** Encodes a picture as a PNG. Few drawings have more than 256 colours, so most of them need one byte for each pixel. */
export function encodePng(canvas: Canvas): Uint8Array {
  const { width, height } = canvas;
  const pixels = canvas.getPixels();
  const indexed = indexColours(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, indexed ? PALETTE : TRUE_COLOUR, 0, 0, 0], 8);
  const rows = indexed ? joinRows(indexed.indices, width) : joinRows(pixels, width * 3);
  return Buffer.concat([
    SIGNATURE,
    makeChunk('IHDR', header),
    ...(indexed ? [makeChunk('PLTE', indexed.palette)] : []),
    makeChunk('IDAT', deflateSync(rows, { level: 9 })),
    makeChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Returns the colours of a picture, and the number of each pixel's colour. Null if a palette has too few. */
function indexColours(pixels: Uint8Array): { palette: Uint8Array; indices: Uint8Array } | null {
  const numbers = new Map<number, number>();
  const indices = new Uint8Array(pixels.length / 3);
  for (let index = 0; index < indices.length; index++) {
    const at = index * 3;
    const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
    let number = numbers.get(colour);
    if (number === undefined) {
      number = numbers.size;
      if (number === MOST_COLOURS) return null;
      numbers.set(colour, number);
    }
    indices[index] = number;
  }
  const palette = Uint8Array.from(
    [...numbers.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return { palette, indices };
}

/** Puts the number of the filter, none, before each row. */
function joinRows(bytes: Uint8Array, length: number): Uint8Array {
  const count = bytes.length / length;
  const rows = new Uint8Array(count * (length + 1));
  for (let row = 0; row < count; row++)
    rows.set(bytes.subarray(row * length, (row + 1) * length), row * (length + 1) + 1);
  return rows;
}

function makeChunk(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}
