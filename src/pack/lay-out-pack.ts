import type { Document } from '../model/document.js';
import { makeFrontDocument } from './make-front-document.js';
import { listPacked, type Pack, type PageSpan } from './pack.js';

/** The front part of a pack, and the pages of its papers behind it. */
export interface PackLayout<Pdf> {
  document: Document;
  front: Pdf;
  spans: Map<string, PageSpan>;
}

/** The most times that the front part is set. Its page numbers are right from the second time on, unless they make it longer. */
const MOST_PASSES = 5;

/**
 * Sets the front part until the page numbers in it are right: they depend on its own length. `counts` are the pages of papers by their
 * names. `typeset` returns a PDF and its number of pages.
 */
export async function layOutPack<Pdf extends { pages: readonly unknown[] }>(
  pack: Pack,
  counts: ReadonlyMap<string, number>,
  typeset: (document: Document) => Promise<Pdf>,
): Promise<PackLayout<Pdf>> {
  let length = 1;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const spans = placePapers(pack, counts, length);
    const document = makeFrontDocument(pack, spans);
    const front = await typeset(document);
    if (front.pages.length === length) return { document, front, spans };
    length = front.pages.length;
  }
  throw new Error('internal error: the length of the agenda depends on its own page numbers');
}

function placePapers(pack: Pack, counts: ReadonlyMap<string, number>, length: number): Map<string, PageSpan> {
  const spans = new Map<string, PageSpan>();
  let first = length + 1;
  for (const { paper } of listPacked(pack)) {
    const count = counts.get(paper.id) ?? 0;
    spans.set(paper.id, { first, count });
    first += count;
  }
  return spans;
}
