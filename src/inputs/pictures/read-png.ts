import { crc32, inflateSync } from 'node:zlib';
import type { UsablePicture } from '../../model/picture-image.js';
import { checkPixels, refuseDamaged, Unusable } from './unusable.js';

/** The chunks that decide what is drawn. Others hold comments, dates, profiles and places. */
const DRAWN = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

const SIGNATURE_LENGTH = 8;

/** The number of values of a pixel, by colour type. */
const CHANNELS: Partial<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The bits of a value that each colour type allows. */
const DEPTHS: Partial<Record<number, number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

interface Chunk {
  type: string;
  content: Buffer;
  /** The chunk with its length and checksum. */
  whole: Buffer;
}

/** Reads a PNG. Keeps only what is drawn. Throws `Unusable` if it cannot be printed. */
export function readPng(bytes: Buffer): UsablePicture {
  const chunks = listChunks(bytes);
  const header = readHeader(chunks);
  if (chunks.some(({ type }) => type === 'acTL'))
    throw new Unusable('is animated', 'Save one image of it: paper does not move.');
  checkPalette(chunks, header);
  checkPixelData(chunks, header);
  const kept = chunks.filter(({ type }) => DRAWN.includes(type)).map(({ whole }) => whole);
  const data = Buffer.concat([bytes.subarray(0, SIGNATURE_LENGTH), ...kept]).toString('base64');
  const { width, height } = header;
  return { image: { format: 'png', data, width, height, texts: [] }, hasLocation: false };
}

/** Lists the chunks up to the end of the image. Throws if one is incomplete, or has a wrong checksum. */
function listChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  let at = SIGNATURE_LENGTH;
  while (chunks.at(-1)?.type !== 'IEND') {
    if (at + 12 > bytes.length) refuseDamaged();
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) refuseDamaged();
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) refuseDamaged();
    chunks.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      content: bytes.subarray(at + 8, end - 4),
      whole: bytes.subarray(at, end),
    });
    at = end;
  }
  return chunks;
}

interface Header {
  width: number;
  height: number;
  depth: number;
  colourType: number;
  channels: number;
  isInterlaced: boolean;
}

function readHeader([first]: readonly Chunk[]): Header {
  if (first?.type !== 'IHDR' || first.content.length !== 13) refuseDamaged();
  const { content } = first;
  const [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)];
  const [depth = 0, colourType = 0, compression, filter, interlace = 0] = content.subarray(8);
  checkPixels(width, height);
  const channels = CHANNELS[colourType];
  const isValid = DEPTHS[colourType]?.includes(depth) && compression === 0 && filter === 0 && interlace <= 1;
  if (channels === undefined || !isValid) refuseDamaged();
  if (interlace === 1 && depth < 8)
    throw new Unusable('is interlaced and has few colours', 'Save it again without interlacing.');
  return { width, height, depth, colourType, channels, isInterlaced: interlace === 1 };
}

function checkPalette(chunks: readonly Chunk[], { colourType, depth }: Header): void {
  const firstData = chunks.findIndex(({ type }) => type === 'IDAT');
  const find = (type: string): Buffer | undefined =>
    chunks.slice(0, Math.max(0, firstData)).find((chunk) => chunk.type === type)?.content;
  const [palette, transparency] = [find('PLTE'), find('tRNS')];
  const colours = (palette?.length ?? 0) / 3;
  if (colourType === 3 && (colours < 1 || !Number.isInteger(colours) || colours > 2 ** depth))
    refuseDamaged();
  if (!transparency) return;
  const expected = { 0: 2, 2: 6 }[colourType];
  const fits =
    colourType === 3
      ? transparency.length <= colours
      : expected !== undefined && transparency.length === expected;
  if (!fits) refuseDamaged();
}

/** Checks that the pixels unpack to exactly the lines of the image. A small file can unpack to gigabytes otherwise. */
function checkPixelData(chunks: readonly Chunk[], header: Header): void {
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content);
  const lines = listLineLengths(header);
  const length = lines.reduce((sum, { count, bytes }) => sum + count * bytes, 0);
  const pixels = unpack(Buffer.concat(packed), length);
  let at = 0;
  for (const { count, bytes } of lines)
    for (let line = 0; line < count; line++, at += bytes) if ((pixels[at] ?? 255) > 4) refuseDamaged();
}

function unpack(packed: Buffer, length: number): Buffer {
  try {
    const pixels = inflateSync(packed, { maxOutputLength: length });
    return pixels.length === length ? pixels : refuseDamaged();
  } catch {
    return refuseDamaged();
  }
}

/** The starts and steps of the seven passes of an interlaced image. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Lists the lines of each pass with their length, which includes the byte that names the line's filter. */
function listLineLengths(header: Header): { count: number; bytes: number }[] {
  const { width, height, depth, channels, isInterlaced } = header;
  const measure = (pixels: number): number => 1 + Math.ceil((pixels * channels * depth) / 8);
  if (!isInterlaced) return [{ count: height, bytes: measure(width) }];
  return PASSES.flatMap(([x, y, acrossStep, downStep]) => {
    const across = Math.ceil((width - x) / acrossStep);
    const down = Math.ceil((height - y) / downStep);
    return across > 0 && down > 0 ? [{ count: down, bytes: measure(across) }] : [];
  });
}
