import type { Place } from '../model/problem.js';
import type { Glyph } from './passage.js';

/** Returns the text of an author's file. Null if it is not there. */
export type ReadText = (file: string) => string | null;

/** The offset of a character in an author's file. */
export interface SourceOffset {
  file: string;
  offset: number;
}

/** Finds characters in the authors' files. */
export interface SourceOffsets {
  /** Null for what the program prints, and for a file that has changed meanwhile. */
  find: (glyph: Glyph | undefined) => SourceOffset | null;
  getText: (file: string) => string;
}

/** Creates the finder of characters in the authors' files. */
export function createSourceOffsets(readText: ReadText): SourceOffsets {
  const texts = new Map<string, { text: string; lines: number[] }>();
  const open = (file: string): { text: string; lines: number[] } => {
    const known = texts.get(file);
    if (known) return known;
    const text = readText(file) ?? '';
    const opened = { text, lines: listLineStarts(text) };
    texts.set(file, opened);
    return opened;
  };
  const findOffset = ({ file, line, column }: Place): number =>
    (open(file).lines[line - 1] ?? 0) + column - 1;
  return {
    find: (glyph) => {
      if (!glyph?.place || glyph.place.sheet !== undefined) return null;
      const offset = findOffset(glyph.place);
      const { file } = glyph.place;
      const typed = open(file).text[offset];
      const isThere = typed === glyph.character || (glyph.character === ' ' && /\s/.test(typed ?? ''));
      return isThere ? { file, offset } : null;
    },
    getText: (file) => open(file).text,
  };
}

function listLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
