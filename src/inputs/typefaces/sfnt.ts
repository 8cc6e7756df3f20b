import { inflateSync } from 'node:zlib';
import { refuseDamagedFont, UnusableFont } from './unusable-font.js';

/** The tables of a font file, by tag. */
export interface Sfnt {
  /** The first four bytes: 0x00010000 for TrueType outlines, "OTTO" for those of PostScript. */
  flavour: number;
  tables: Map<string, Buffer>;
}

const TRUETYPE = 0x00010000;
const APPLE_TRUETYPE = 0x74727565; // "true"
const POSTSCRIPT = 0x4f54544f; // "OTTO"

/** The most bytes of an unpacked table. A larger one is malicious. */
const LARGEST_TABLE = 16 * 1024 * 1024;

const CONVERT = 'Use a file that ends in .ttf, .otf or .woff.';

/** Parses a TrueType, OpenType or WOFF file. Throws `UnusableFont` for other files. */
export function parseSfnt(bytes: Buffer): Sfnt {
  const signature = bytes.toString('latin1', 0, 4);
  if (signature === 'wOF2') throw new UnusableFont('is a WOFF2 font', CONVERT);
  if (signature === 'ttcf')
    throw new UnusableFont('is a collection of fonts', 'Use a file with one font in it.');
  if (signature === 'wOFF') return parseWoff(bytes);
  const flavour = bytes.length >= 12 ? bytes.readUInt32BE(0) : 0;
  if (![TRUETYPE, APPLE_TRUETYPE, POSTSCRIPT].includes(flavour))
    throw new UnusableFont('is not a font', CONVERT);
  return {
    flavour,
    tables: readTables(bytes, 12, 16, (entry) => ({
      offset: bytes.readUInt32BE(entry + 8),
      length: bytes.readUInt32BE(entry + 12),
      fullLength: bytes.readUInt32BE(entry + 12),
    })),
  };
}

/** A WOFF file has the same tables, each compressed if that makes it smaller. */
function parseWoff(bytes: Buffer): Sfnt {
  if (bytes.length < 44) refuseDamagedFont();
  return {
    flavour: bytes.readUInt32BE(4),
    tables: readTables(bytes, 44, 20, (entry) => ({
      offset: bytes.readUInt32BE(entry + 4),
      length: bytes.readUInt32BE(entry + 8),
      fullLength: bytes.readUInt32BE(entry + 12),
    })),
  };
}

interface TableEntry {
  offset: number;
  length: number;
  /** The length without compression. */
  fullLength: number;
}

function readTables(
  bytes: Buffer,
  start: number,
  entrySize: number,
  readEntry: (entry: number) => TableEntry,
): Map<string, Buffer> {
  const count = bytes.readUInt16BE(start === 12 ? 4 : 12);
  if (start + count * entrySize > bytes.length) refuseDamagedFont();
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < count; index++) {
    const entry = start + index * entrySize;
    tables.set(bytes.toString('latin1', entry, entry + 4), readTable(bytes, readEntry(entry)));
  }
  return tables;
}

function readTable(bytes: Buffer, { offset, length, fullLength }: TableEntry): Buffer {
  if (offset + length > bytes.length || length > fullLength || fullLength > LARGEST_TABLE)
    refuseDamagedFont();
  const content = bytes.subarray(offset, offset + length);
  if (length === fullLength) return content;
  try {
    const unpacked = inflateSync(content, { maxOutputLength: LARGEST_TABLE });
    return unpacked.length === fullLength ? unpacked : refuseDamagedFont();
  } catch {
    return refuseDamagedFont();
  }
}

/** Writes the tables as a TrueType or OpenType file. */
export function writeSfnt({ flavour, tables }: Sfnt): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(Math.max(1, sorted.length)));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(sorted.length, 4);
  head.writeUInt16BE(16 * power, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(16 * (sorted.length - power), 10);
  let offset = head.length;
  const parts: Buffer[] = [head];
  sorted.forEach(([tag, content], index) => {
    const entry = 12 + 16 * index;
    const padded = Buffer.alloc(Math.ceil(content.length / 4) * 4);
    content.copy(padded);
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(sumWords(padded), entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(content.length, entry + 12);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

/** Returns the sum of a table's 32-bit words, which is its checksum. */
function sumWords(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
