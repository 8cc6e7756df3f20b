import type { Footnote } from '../model/blocks/footnote.js';
import type { Document } from '../model/document.js';
import { listBlocks } from '../model/list-sections.js';

/** The ids of footnotes in the Word document, by their anchor. */
export type FootnoteIds = ReadonlyMap<string, number>;

/** Lists the footnotes in reading order. */
export function listFootnotes(document: Document): Footnote[] {
  return listBlocks(document).filter((block) => block.kind === 'footnote');
}

/** Numbers footnotes from 1. Word prints their numbers in the order of their first marks. */
export function planFootnotes(document: Document): FootnoteIds {
  return new Map(listFootnotes(document).map(({ anchor }, index) => [anchor, index + 1]));
}
