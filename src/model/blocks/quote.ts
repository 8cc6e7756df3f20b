import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

/** A paragraph of words from elsewhere, set apart from the text. A long quotation is several of them. */
export interface Quote {
  kind: 'quote';
  content: Inline[];
  place: Place;
}

export function listQuoteRuns(quote: Quote): Inline[][] {
  return [quote.content];
}
