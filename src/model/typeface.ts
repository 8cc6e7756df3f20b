import type { Place } from './problem.js';

/** The faces of a typeface, by pdfmake's names for them. */
export const FACES = ['normal', 'bold', 'italics', 'bolditalics'] as const;

export type Face = (typeof FACES)[number];

/** The files of a typeface's faces: TrueType or OpenType fonts. */
export type FontFiles = Record<Face, Uint8Array>;

/** The fonts of a typeface, with the place that names each and its path, for problems. */
export interface Fonts {
  files: FontFiles;
  places: Record<Face, Place>;
  paths: Record<Face, string>;
}

/** The typeface of a paper, in all that decides a layout. It is plain data, so that caches can compare it. */
export interface Typeface {
  /** The name that readers know. */
  name: string;
  /** The value of CSS `font-family` for the HTML edition, which embeds no font. */
  cssFamily: string;
  /** The SHA-256 of each face's file. Null for the program's own typeface. */
  hashes: Record<Face, string> | null;
  /** The average width of its letters in English text, as a multiple of that of the program's own typeface. */
  width: number;
  /** The characters that all faces have, as the first and last code point of each range. Null for the program's own typeface. */
  coverage: number[] | null;
}

/** The program's own typeface. */
export const SOURCE_SANS: Typeface = {
  name: 'Source Sans 3',
  cssFamily:
    '"Source Sans 3", "Source Sans Pro", Seravek, "Segoe UI", Ubuntu, "Noto Sans", system-ui, sans-serif',
  hashes: null,
  width: 1,
  coverage: null,
};
