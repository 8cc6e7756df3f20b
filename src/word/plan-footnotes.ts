import type { Footnote } from '../model/blocks/footnote.js';
import type { Document } from '../model/document.js';
import { listBlocks } from '../model/list-sections.js';

interface PlannedFootnote {
  /** The id in the Word document. */
  id: number;
  /** The number, if Word would print another one. Null if Word counts it. */
  typed: string | null;
}

/** The footnotes of the Word document, by their anchor. */
export type Footnotes = ReadonlyMap<string, PlannedFootnote>;

/** Lists the footnotes in reading order. */
export function listFootnotes(document: Document): Footnote[] {
  return listBlocks(document).filter((block) => block.kind === 'footnote');
}

/**
 * Plans the footnotes. Word counts them from 1, in the order of their first marks. Where one is left out, the numbers of those after
 * it are typed.
 */
export function planFootnotes(document: Document): Footnotes {
  let counted = 0;
  return new Map(
    listFootnotes(document).map(({ anchor, number }, index) => {
      const isCounted = number === String(counted + 1);
      if (isCounted) counted += 1;
      return [anchor, { id: index + 1, typed: isCounted ? null : number }];
    }),
  );
}
