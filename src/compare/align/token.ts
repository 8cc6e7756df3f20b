import type { Figure } from '../../model/figure.js';

/** A word, a punctuation mark, a figure or a reference: the smallest part that a comparison looks at. */
export interface Token {
  /** The white space before the token. */
  lead: string;
  text: string;
  /** Tokens with the same key mean the same thing, even if they are printed differently. */
  key: string;
  marks: Marks;
  figure: Figure | null;
  /** True for words that a template computes from the data, such as "rose" or a date. */
  isComputed: boolean;
  /** The words of an acronym that is written out here. */
  expansion: string | null;
}

export interface Marks {
  strong?: true;
  emphasis?: true;
  /** A link out of the paper. */
  url?: string;
  /** A link to an anchor of the token's own version. */
  target?: string;
}
