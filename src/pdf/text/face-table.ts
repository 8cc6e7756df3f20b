import type { Face } from './face.js';
import { SIMPLE_CHARACTERS } from './simple-characters.js';

/**
 * The glyphs, widths and kerning of a face's simple characters, in the order of `SIMPLE_CHARACTERS`. Widths and kerning are in font
 * units. Characters that kern alike share a class. The build writes this table for the faces of the program.
 */
export interface FaceTable {
  glyphs: number[];
  advances: number[];
  /** The class of each character as the left one of a pair, and as the right one. */
  leftClasses: number[];
  rightClasses: number[];
  /** The kerning between two classes: a row for each left class. */
  kerning: number[][];
}

/** All OpenType features besides kerning that fontkit applies by default, switched off. */
const KERNING_ONLY = Object.fromEntries(
  [
    ...['ccmp', 'locl', 'rlig', 'liga', 'clig', 'calt', 'rclt', 'rvrn', 'frac', 'numr', 'dnom'],
    ...['ltra', 'ltrm', 'mark', 'mkmk', 'curs', 'dist', 'abvm', 'blwm'],
  ].map((feature) => [feature, false]),
);

/** Returns the path of a face's table, which is beside its font. */
export function findFaceTable(font: string): string {
  return font.replace(/\.\w+$/, '.json');
}

/** Measures a whole face. Takes about half a second: fontkit searches all lookup tables of the font for each pair. */
export function measureFace(face: Face): FaceTable {
  const pairs = SIMPLE_CHARACTERS.map((left) => measureKerning(face, left, SIMPLE_CHARACTERS));
  const left = classify(pairs);
  const right = classify(transpose(left.members));
  const glyphs = SIMPLE_CHARACTERS.map((character) => face.glyphForCodePoint(character.charCodeAt(0)));
  return {
    glyphs: glyphs.map(({ id }) => id),
    advances: glyphs.map(({ advanceWidth }) => advanceWidth),
    leftClasses: left.classes,
    rightClasses: right.classes,
    kerning: transpose(right.members),
  };
}

/** Returns the kerning between a character and each of some others. */
export function measureKerning(face: Face, left: string, rights: readonly string[]): number[] {
  const { glyphs, positions } = face.layout(rights.map((right) => left + right).join(''), KERNING_ONLY);
  return rights.map(
    (_, index) => (positions[2 * index]?.xAdvance ?? 0) - (glyphs[2 * index]?.advanceWidth ?? 0),
  );
}

/** Gives equal rows the same class. */
function classify(rows: number[][]): { classes: number[]; members: number[][] } {
  const known = new Map<string, number>();
  const members: number[][] = [];
  const classes = rows.map((row) => {
    const key = row.join();
    const found = known.get(key) ?? members.push(row) - 1;
    known.set(key, found);
    return found;
  });
  return { classes, members };
}

function transpose(rows: number[][]): number[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
}
