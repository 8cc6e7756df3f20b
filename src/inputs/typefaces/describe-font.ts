import { readCharacters } from './read-characters.js';
import type { Sfnt } from './sfnt.js';
import { refuseDamagedFont, UnusableFont } from './unusable-font.js';

/** The facts of a font that decide whether and how a paper can use it. */
export interface FontFacts {
  /** The name of its family. */
  family: string;
  /** The glyph of each character. */
  characters: ReadonlyMap<number, number>;
  /** The average width of the letters of a sample, as a share of the type size. */
  averageWidth: number;
  hasSerifs: boolean;
}

/** English prose, in which letters are as frequent as in papers. */
const SAMPLE =
  'The committee is asked to note the report and to agree the next steps. Overall 64 of 120 residents were satisfied.';

/** Tables without which a font cannot be laid out and embedded. */
const NEEDED = ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'];

/** Characters without which no paper can be printed. */
const BASIC = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,()');

/**
 * Describes a font. Throws `UnusableFont` if a PDF cannot or may not contain it. `isWhole` is false for a font that only adds
 * alphabets to another.
 */
export function describeFont({ tables }: Sfnt, { isWhole } = { isWhole: true }): FontFacts {
  if (tables.has('fvar') || tables.has('CFF2'))
    throw new UnusableFont(
      'is a variable font',
      'Use static files, one for each face, such as those in the folder "static" of a download.',
    );
  if (NEEDED.some((tag) => !tables.has(tag)) || (!tables.has('glyf') && !tables.has('CFF ')))
    throw new UnusableFont('has no outlines for text', 'Use a TrueType or OpenType font.');
  try {
    checkPermission(readTable(tables, 'OS/2').readUInt16BE(8));
    checkOutlines(tables);
    const characters = readCharacters(readTable(tables, 'cmap'));
    const missing = BASIC.find((character) => !characters.has(character.codePointAt(0) ?? 0));
    if (isWhole && missing !== undefined)
      throw new UnusableFont(`has no "${missing}"`, 'Use a font for text with the whole Latin alphabet.');
    return {
      family: readFamily(readTable(tables, 'name')),
      characters,
      averageWidth: measureSample(tables, characters),
      hasSerifs: hasSerifs(readTable(tables, 'OS/2')),
    };
  } catch (error) {
    if (error instanceof RangeError) return refuseDamagedFont();
    throw error;
  }
}

function readTable(tables: Sfnt['tables'], tag: string): Buffer {
  return tables.get(tag) ?? refuseDamagedFont();
}

/** Bits of `fsType` in the table OS/2. 0 allows anything. */
const PERMISSIONS = [
  { bit: 0x0002, says: 'its maker does not allow embedding' },
  { bit: 0x0004, says: 'its maker allows embedding for reading and printing only' },
  { bit: 0x0008, says: 'its maker allows embedding for editing only' },
  { bit: 0x0100, says: 'its maker allows embedding only the whole font' },
  { bit: 0x0200, says: 'its maker allows embedding only bitmaps' },
];

/** A PDF contains a part of the font, and its sources contain the whole file. So the font must allow both. */
function checkPermission(fsType: number): void {
  const refused = PERMISSIONS.find(({ bit }) => (fsType & bit) !== 0);
  if (refused)
    throw new UnusableFont(
      `may not be passed on: ${refused.says} (fsType ${fsType})`,
      'The sources in each PDF contain the font. Use one with an open licence, such as Liberation Sans.',
    );
}

/** Checks that the table of glyphs' positions is complete and in order. */
function checkOutlines(tables: Sfnt['tables']): void {
  const glyphs = readTable(tables, 'maxp').readUInt16BE(4);
  const metrics = readTable(tables, 'hhea').readUInt16BE(34);
  const widths = readTable(tables, 'hmtx');
  if (glyphs === 0 || metrics === 0 || widths.length < 4 * metrics + 2 * Math.max(0, glyphs - metrics))
    refuseDamagedFont();
  if (!tables.has('glyf')) return;
  const offsets = readOffsets(tables, glyphs);
  const size = readTable(tables, 'glyf').length;
  if (offsets.some((offset, index) => offset > size || offset < (offsets[index - 1] ?? 0)))
    refuseDamagedFont();
}

/** Reads where the outline of each glyph starts in the table `glyf`, and where the last one ends. */
export function readOffsets(tables: Sfnt['tables'], glyphs: number): number[] {
  const isLong = readTable(tables, 'head').readInt16BE(50) === 1;
  const loca = readTable(tables, 'loca');
  return Array.from({ length: glyphs + 1 }, (_, index) =>
    isLong ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index),
  );
}

function measureSample(tables: Sfnt['tables'], characters: ReadonlyMap<number, number>): number {
  const unitsPerEm = readTable(tables, 'head').readUInt16BE(18);
  const metrics = readTable(tables, 'hhea').readUInt16BE(34);
  const widths = readTable(tables, 'hmtx');
  if (unitsPerEm < 16) refuseDamagedFont();
  const sum = Array.from(SAMPLE).reduce((total, character) => {
    const glyph = characters.get(character.codePointAt(0) ?? 0) ?? 0;
    return total + widths.readUInt16BE(4 * Math.min(glyph, metrics - 1));
  }, 0);
  return sum / SAMPLE.length / unitsPerEm;
}

const TYPOGRAPHIC_FAMILY = 16;
const FAMILY = 1;

/** Reads the name of the family, in English or the first language. */
function readFamily(table: Buffer): string {
  const start = table.readUInt16BE(4);
  const names = new Map<number, string>();
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const at = 6 + 12 * index;
    const [platform, id] = [table.readUInt16BE(at), table.readUInt16BE(at + 6)];
    const from = start + table.readUInt16BE(at + 10);
    const text = table.subarray(from, from + table.readUInt16BE(at + 8));
    if (names.has(id) && platform !== 3) continue;
    names.set(id, platform === 1 ? text.toString('latin1') : decodeUtf16(text));
  }
  const name = names.get(TYPOGRAPHIC_FAMILY) ?? names.get(FAMILY) ?? '';
  return name.replace(/[^\p{L}\p{N} .'&+-]/gu, '').trim();
}

function decodeUtf16(text: Buffer): string {
  return new TextDecoder('utf-16be').decode(text);
}

/** Reads the class of the face (PANOSE): a text face with one of the kinds of serifs. */
function hasSerifs(os2: Buffer): boolean {
  const [family = 0, serifs = 0] = [os2[32], os2[33]];
  return family === 2 && serifs >= 2 && serifs <= 10;
}
