import type { Inline } from '../model/inline.js';
import type { Place } from '../model/problem.js';
import type { Block } from '../model/blocks/block.js';

/** One character that the paper prints, and its source. */
export interface Glyph {
  character: string;
  /** The place of the character in the author's text. Null for what the program prints, such as a figure. */
  place: Place | null;
  /** The part of the text that prints it. Null for a title of the template. */
  inline: Inline | null;
  isStrong: boolean;
  isEmphasis: boolean;
}

/** A text of the paper that is one paragraph in Word. */
export interface Passage {
  kind: Block['kind'] | 'title' | 'field';
  /** The label of the numbered paragraph, table or drawing that it belongs to. Null for other texts. */
  label: string | null;
  /** The name that a reader knows: "paragraph 1.2", "Table 1", "section B". */
  name: string;
  /** The id of its section. Null before the first section. */
  section: string | null;
  glyphs: Glyph[];
  text: string;
  /** The place of the block that it belongs to. */
  place: Place;
}

/** Makes characters comparable that Word and the paper write differently. The length stays the same. */
export function normaliseCharacter(character: string): string {
  if (/[\s\u00a0\u2007\u202f]/.test(character)) return ' ';
  return character === '\u2011' ? '-' : character;
}
