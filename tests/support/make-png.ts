import { crc32, deflateSync } from 'node:zlib';

interface PngOptions {
  width?: number;
  height?: number;
  depth?: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with transparency, 6 colour with transparency. */
  colourType?: number;
  interlaced?: boolean;
  /** The lines with their filters. The default is black. */
  lines?: Uint8Array;
  /** Further chunks before the pixels: the palette, transparency, text. */
  chunks?: [type: string, content: Uint8Array][];
}

const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Makes a PNG of any kind, also of kinds that are invalid. */
export function makePng(options: PngOptions = {}): Buffer {
  const { width = 4, height = 3, depth = 8, colourType = 2, interlaced = false, chunks = [] } = options;
  const bits = depth * (CHANNELS[colourType] ?? 1);
  const lines = options.lines ?? new Uint8Array(height * (1 + Math.ceil((width * bits) / 8)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    makeChunk('IHDR', header),
    ...chunks.map(([type, content]) => makeChunk(type, content)),
    makeChunk('IDAT', deflateSync(lines)),
    makeChunk('IEND', new Uint8Array()),
  ]);
}

function makeChunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
