import { readOffsets } from './describe-font.js';
import { readCharacters } from './read-characters.js';
import type { Sfnt } from './sfnt.js';
import { refuseDamagedFont } from './unusable-font.js';

/** A font in the form to which glyphs can be added. */
interface OpenFont {
  tables: Sfnt['tables'];
  glyphs: Buffer[];
  /** The advance and left side bearing of each glyph. */
  metrics: [advance: number, bearing: number][];
  characters: Map<number, number>;
}

/** Flags of a part of a composite glyph. */
const PART = { hasWords: 0x0001, hasScale: 0x0008, hasMore: 0x0020, hasTwoScales: 0x0040, hasMatrix: 0x0080 };
const HAS_INSTRUCTIONS = 0x0100;

/** A font has at most this many glyphs. */
const MOST_GLYPHS = 0xffff;

/**
 * Adds the characters that a font lacks from others of the same face. Font packages divide a face into a file for each group of
 * alphabets. Fonts with PostScript outlines, or of another scale, stay as they are. Throws a RangeError for a damaged font.
 */
export function mergeFonts(base: Sfnt, others: readonly Sfnt[]): Sfnt {
  const scale = readScale(base);
  const fitting = others.filter((other) => other.tables.has('glyf') && readScale(other) === scale);
  if (!base.tables.has('glyf') || fitting.length === 0) return base;
  const font = openFont(base);
  for (const other of fitting) addCharacters(font, openFont(other));
  return closeFont(base.flavour, font);
}

function readScale({ tables }: Sfnt): number {
  return tables.get('head')?.readUInt16BE(18) ?? refuseDamagedFont();
}

function openFont({ tables }: Sfnt): OpenFont {
  const find = (tag: string): Buffer => tables.get(tag) ?? refuseDamagedFont();
  const count = find('maxp').readUInt16BE(4);
  const offsets = readOffsets(tables, count);
  const measured = find('hhea').readUInt16BE(34);
  const widths = find('hmtx');
  return {
    tables,
    glyphs: offsets.slice(0, count).map((start, index) => find('glyf').subarray(start, offsets[index + 1])),
    metrics: Array.from({ length: count }, (_, index) => [
      widths.readUInt16BE(4 * Math.min(index, measured - 1)),
      index < measured
        ? widths.readInt16BE(4 * index + 2)
        : widths.readInt16BE(4 * measured + 2 * (index - measured)),
    ]),
    characters: readCharacters(find('cmap')),
  };
}

function addCharacters(font: OpenFont, other: OpenFont): void {
  const added = new Map<number, number>();
  for (const [code, glyph] of other.characters)
    if (!font.characters.has(code)) font.characters.set(code, addGlyph(font, other, glyph, added));
}

/** Adds a glyph with its parts, and returns its number in the font. */
function addGlyph(font: OpenFont, other: OpenFont, glyph: number, added: Map<number, number>): number {
  const known = added.get(glyph);
  if (known !== undefined) return known;
  const number = font.glyphs.length;
  if (number >= MOST_GLYPHS) return 0;
  added.set(glyph, number);
  const outline = withoutInstructions(other.glyphs[glyph] ?? refuseDamagedFont());
  font.glyphs.push(outline);
  font.metrics.push(other.metrics[glyph] ?? [0, 0]);
  for (const at of listParts(outline))
    outline.writeUInt16BE(addGlyph(font, other, outline.readUInt16BE(at + 2), added), at + 2);
  return number;
}

function isComposite(outline: Buffer): boolean {
  return outline.length > 0 && outline.readInt16BE(0) < 0;
}

/** Lists where the parts of a composite glyph start. */
function listParts(outline: Buffer): number[] {
  if (!isComposite(outline)) return [];
  const parts: number[] = [];
  let flags = PART.hasMore;
  for (let at = 10; (flags & PART.hasMore) !== 0; at += measurePart(flags)) {
    parts.push(at);
    flags = outline.readUInt16BE(at);
  }
  return parts;
}

function measurePart(flags: number): number {
  const position = (flags & PART.hasWords) !== 0 ? 4 : 2;
  if ((flags & PART.hasScale) !== 0) return 4 + position + 2;
  if ((flags & PART.hasTwoScales) !== 0) return 4 + position + 4;
  return 4 + position + ((flags & PART.hasMatrix) !== 0 ? 8 : 0);
}

/** Returns a copy without the program that fits a glyph to pixels, because that program calls others of its own font. */
function withoutInstructions(outline: Buffer): Buffer {
  if (outline.length === 0) return outline;
  if (!isComposite(outline)) {
    const end = 10 + 2 * outline.readInt16BE(0);
    const rest = outline.subarray(end + 2 + outline.readUInt16BE(end));
    return Buffer.concat([outline.subarray(0, end), Buffer.alloc(2), rest]);
  }
  const copy = Buffer.from(outline);
  const parts = listParts(copy);
  for (const at of parts) copy.writeUInt16BE(copy.readUInt16BE(at) & ~HAS_INSTRUCTIONS, at);
  const last = parts.at(-1) ?? 10;
  return copy.subarray(0, last + measurePart(copy.readUInt16BE(last)));
}

/** Writes the tables that depend on the number of glyphs. Tables with the names of glyphs are left out. */
function closeFont(flavour: number, { tables, glyphs, metrics, characters }: OpenFont): Sfnt {
  const padded = glyphs.map((glyph) => Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)]));
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  padded.reduce((offset, { length }, index) => {
    loca.writeUInt32BE(offset + length, 4 * (index + 1));
    return offset + length;
  }, 0);
  const hmtx = Buffer.alloc(4 * glyphs.length);
  metrics.forEach(([advance, bearing], index) => {
    hmtx.writeUInt16BE(advance, 4 * index);
    hmtx.writeInt16BE(bearing, 4 * index + 2);
  });
  return {
    flavour,
    tables: new Map([
      ...tables,
      ['glyf', Buffer.concat(padded)],
      ['loca', loca],
      ['hmtx', hmtx],
      ['cmap', writeCharacters(characters)],
      ['maxp', change(tables, 'maxp', (maxp) => maxp.writeUInt16BE(glyphs.length, 4))],
      ['hhea', change(tables, 'hhea', (hhea) => hhea.writeUInt16BE(glyphs.length, 34))],
      ['head', change(tables, 'head', (head) => head.writeInt16BE(1, 50))],
      ['post', change(tables, 'post', (post) => post.writeUInt32BE(0x00030000, 0)).subarray(0, 32)],
    ]),
  };
}

function change(tables: Sfnt['tables'], tag: string, edit: (table: Buffer) => void): Buffer {
  const copy = Buffer.from(tables.get(tag) ?? refuseDamagedFont());
  edit(copy);
  return copy;
}

/** Writes a `cmap` table of format 12, with a group for each character. */
function writeCharacters(characters: ReadonlyMap<number, number>): Buffer {
  const sorted = [...characters].sort(([a], [b]) => a - b);
  const table = Buffer.alloc(12 + 16 + 12 * sorted.length);
  table.writeUInt16BE(1, 2); // one table, for platform 3, encoding 10
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + 12 * sorted.length, 16);
  table.writeUInt32BE(sorted.length, 24);
  sorted.forEach(([code, glyph], index) => {
    const at = 28 + 12 * index;
    table.writeUInt32BE(code, at);
    table.writeUInt32BE(code, at + 4);
    table.writeUInt32BE(glyph, at + 8);
  });
  return table;
}
