import { UnusableFont } from './unusable-font.js';

/** The tables of Unicode characters that a font may have, best first: platform and encoding. */
const ENCODINGS = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
] as const;

/** Reads the glyph of each character from a font's `cmap` table. Throws a RangeError if the table is damaged. */
export function readCharacters(cmap: Buffer): Map<number, number> {
  const count = cmap.readUInt16BE(2);
  const offsets = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const entry = 4 + 8 * index;
    offsets.set(`${cmap.readUInt16BE(entry)} ${cmap.readUInt16BE(entry + 2)}`, cmap.readUInt32BE(entry + 4));
  }
  for (const [platform, encoding] of ENCODINGS) {
    const offset = offsets.get(`${platform} ${encoding}`);
    if (offset === undefined) continue;
    const format = cmap.readUInt16BE(offset);
    if (format === 4) return readSegments(cmap.subarray(offset));
    if (format === 12) return readGroups(cmap.subarray(offset));
  }
  throw new UnusableFont('does not say which characters it has', 'Use a font with a Unicode table.');
}

/** Reads format 4: segments of characters up to U+FFFF. */
function readSegments(table: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const twice = table.readUInt16BE(6);
  for (let at = 0; at < twice; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + twice + at);
    const delta = table.readUInt16BE(16 + 2 * twice + at);
    const rangeAt = 16 + 3 * twice + at;
    const range = table.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - first));
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

/** The most characters that Unicode has. */
const MOST_CHARACTERS = 0x110000;

/** Reads format 12: groups of characters with consecutive glyphs. */
function readGroups(table: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const count = table.readUInt32BE(12);
  for (let index = 0; index < count; index++) {
    const at = 16 + 12 * index;
    const [first, last, glyph] = [
      table.readUInt32BE(at),
      table.readUInt32BE(at + 4),
      table.readUInt32BE(at + 8),
    ];
    if (last >= MOST_CHARACTERS) throw new RangeError('a group reaches beyond Unicode');
    for (let code = first; code <= last; code++)
      if (glyph !== 0 || code > first) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

/** Returns sorted code points as ranges: the first and last of each. */
export function toRanges(codes: Iterable<number>): number[] {
  const ranges: number[] = [];
  for (const code of [...codes].sort((a, b) => a - b)) {
    if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return ranges;
}
