import { create, type Font } from 'fontkit';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FONT_FILES, LIBERATION_FILES } from '../../src/fonts.js';
import { describeFont, readOffsets } from '../../src/inputs/typefaces/describe-font.js';
import { findLicence } from '../../src/inputs/typefaces/find-licence.js';
import { mergeFonts } from '../../src/inputs/typefaces/merge-fonts.js';
import { toRanges } from '../../src/inputs/typefaces/read-characters.js';
import { readTypeface, SOURCE_SANS_WIDTH } from '../../src/inputs/typefaces/read-typeface.js';
import { parseSfnt, writeSfnt, type Sfnt } from '../../src/inputs/typefaces/sfnt.js';
import { noCache } from '../../src/model/cache.js';
import { isBorrowed, splitBorrowed } from '../../src/model/typeface-coverage.js';

const REGULAR = parseSfnt(readFileSync(FONT_FILES.normal));

function open(font: Sfnt): Font {
  return create(writeSfnt(font)) as Font;
}

/** Returns a font with only the first characters of its table, as a file of one alphabet has. */
function keepCharacters(font: Sfnt, last: number): Sfnt {
  const kept = [...describeFont(font).characters].filter(([code]) => code <= last);
  const cmap = Buffer.alloc(28 + 12 * kept.length);
  cmap.writeUInt16BE(1, 2);
  cmap.writeUInt16BE(3, 4);
  cmap.writeUInt16BE(10, 6);
  cmap.writeUInt32BE(12, 8);
  cmap.writeUInt16BE(12, 12);
  cmap.writeUInt32BE(kept.length, 24);
  kept.forEach(([code, glyph], index) => {
    for (const [word, value] of [code, code, glyph].entries())
      cmap.writeUInt32BE(value, 28 + 12 * index + 4 * word);
  });
  return { ...font, tables: new Map([...font.tables, ['cmap', cmap]]) };
}

test('finds the characters that fontkit finds', () => {
  for (const file of [FONT_FILES.normal, LIBERATION_FILES.italics]) {
    const bytes = readFileSync(file);
    const { characters } = describeFont(parseSfnt(bytes));
    const font = create(bytes) as Font;
    const known = font.characterSet.filter((code) => code < 0xffff);
    expect(known.length).toBeGreaterThan(600);
    expect(known.filter((code) => characters.get(code) !== font.glyphForCodePoint(code).id)).toEqual([]);
  }
});

test('unpacks a WOFF font to the same tables', () => {
  const woff = parseSfnt(readFileSync('node_modules/source-sans/WOFF/TTF/SourceSans3-Regular.ttf.woff'));
  expect(open(woff).glyphForCodePoint(0x41).advanceWidth).toBe(
    open(REGULAR).glyphForCodePoint(0x41).advanceWidth,
  );
  expect(describeFont(woff).family).toBe('Source Sans 3');
});

test('knows the width of the typeface of the program', () => {
  expect(describeFont(REGULAR).averageWidth).toBeCloseTo(SOURCE_SANS_WIDTH, 4);
});

test('adds alphabets with all parts of their letters', () => {
  const latin = keepCharacters(REGULAR, 0x7e);
  expect(open(latin).hasGlyphForCodePoint(0x175)).toBe(false);
  const merged = open(mergeFonts(latin, [REGULAR]));
  const whole = open(REGULAR);
  const added = Array.from('ŵŷŁéЯωñǻ½');
  for (const character of added) {
    const code = character.codePointAt(0) ?? 0;
    const [glyph, original] = [merged.glyphForCodePoint(code), whole.glyphForCodePoint(code)];
    expect(glyph.path.toSVG(), character).toBe(original.path.toSVG());
    expect(glyph.advanceWidth).toBe(original.advanceWidth);
  }
  expect(merged.glyphForCodePoint(0x41).id).toBe(whole.glyphForCodePoint(0x41).id);
});

test('does not add glyphs of another scale', () => {
  const liberation = parseSfnt(readFileSync(LIBERATION_FILES.normal));
  expect(mergeFonts(REGULAR, [liberation])).toBe(REGULAR);
});

/** Returns a font whose letters of several parts name further parts without an end. */
function damageParts({ flavour, tables }: Sfnt): Sfnt {
  const glyf = Buffer.from(tables.get('glyf') ?? []);
  const offsets = readOffsets(tables, tables.get('maxp')?.readUInt16BE(4) ?? 0);
  const moreParts = Buffer.from([0x00, 0x20]);
  offsets.slice(0, -1).forEach((start, index) => {
    const end = offsets[index + 1] ?? start;
    if (end > start && glyf.readInt16BE(start) < 0) glyf.fill(moreParts, start + 10, end);
  });
  return { flavour, tables: new Map([...tables, ['glyf', glyf]]) };
}

test('reports a damaged file of further alphabets', () => {
  const root = mkdtempSync(join(tmpdir(), 'papers-fonts-'));
  const folder = join(root, 'node_modules/plain');
  mkdirSync(join(folder, 'files'), { recursive: true });
  writeFileSync(join(folder, 'LICENSE'), 'Invented for this test.');
  const latin = writeSfnt(keepCharacters(REGULAR, 0x7e));
  for (const weight of [400, 700])
    writeFileSync(join(folder, `files/plain-latin-${weight}-normal.woff`), latin);
  writeFileSync(join(folder, 'files/plain-latin-ext-400-normal.woff'), writeSfnt(damageParts(REGULAR)));
  const place = { file: 'theme.yaml', line: 1, column: 1 };
  const { value, problems } = readTypeface({
    ...{ root, choice: { package: 'plain' }, cache: noCache },
    placeOf: () => place,
  });
  rmSync(root, { recursive: true });
  expect(value).toBeNull();
  expect(problems).toMatchObject([
    {
      rule: 'typeface-is-usable',
      place,
      message: 'node_modules/plain/files/plain-latin-400-normal.woff is damaged or incomplete',
    },
  ]);
});

test.each([
  ['OFL.txt', ['FONTLOG.txt', 'OFL-FAQ.txt', 'OFL.txt']],
  ['LICENSE', ['LICENSE', 'README.md', 'license-list.json']],
  ['Licence-Own.md', ['Licence-Own.md', 'licence.pdf']],
  [undefined, ['licensed.ttf', 'README.md']],
])('takes %s for the licence among other files', (licence, names) => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-licence-'));
  for (const name of names) writeFileSync(join(folder, name), '');
  expect(findLicence(folder)).toBe(licence);
  rmSync(folder, { recursive: true });
});

test('writes code points as ranges', () => {
  expect(toRanges([5, 1, 2, 3, 9, 4])).toEqual([1, 5, 9, 9]);
});

test('borrows signs and spaces, and never letters', () => {
  const typeface = { coverage: [0x20, 0x7e] };
  expect(Array.from('a▲é\u00a0—1').map((character) => isBorrowed(typeface, character))).toEqual([
    ...[false, true, false],
    ...[true, true, false],
  ]);
  expect(splitBorrowed('up ▲▼ or', typeface)).toEqual([
    { text: 'up ', isBorrowed: false },
    { text: '▲▼', isBorrowed: true },
    { text: ' or', isBorrowed: false },
  ]);
});
