import type { KeyFigure } from './blocks/key-figures.js';
import type { Inline } from './inline.js';
import type { Origin } from './origin.js';
import { makePlaceholder } from './placeholder.js';
import type { Place } from './problem.js';

/**
 * Markdown in which one placeholder character replaces every `{{…}}`. The values are kept apart and never reach the
 * Markdown parser, so that no value can act as markup.
 */
export interface Fragment {
  markdown: string;
  values: Value[];
  /** The sources of the Markdown, in order of offset. The first offset is 0. */
  origins: Origin[];
}

/** The value of a placeholder. */
export type Value =
  | { kind: 'inlines'; content: Inline[] }
  /** A reference to a label in this paper. `to` is the last label of a range. */
  | { kind: 'citation'; target: string; to: string | null; place: Place }
  /** The label of the paragraph that it starts. */
  | { kind: 'label'; label: string; place: Place }
  /** A mark at the start of a paragraph without a number. */
  | { kind: 'unnumbered' }
  /** A numbered part that the public edition leaves out. It keeps its number and its label, and prints nothing. */
  | { kind: 'left-out'; what: LeftOutKind; label: string; number: string; place: Place }
  /** A table, chart or diagram. It is alone in its paragraph. */
  | { kind: 'insert'; what: 'table' | 'chart' | 'diagram'; id: string; place: Place }
  /** A row of large numbers. It is alone in its paragraph. */
  | { kind: 'key-figures'; items: KeyFigure[]; place: Place };

/** The kinds of what has a number, or a label, in a text that is left out. */
export const LEFT_OUT_KINDS = ['paragraph', 'table', 'chart', 'diagram', 'picture', 'footnote'] as const;
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number];

/** Makes a fragment of the program's own words, without markup. */
export function makePlainFragment(text: string, place: Place): Fragment {
  return {
    markdown: makePlaceholder(0),
    values: [{ kind: 'inlines', content: [{ kind: 'text', text }] }],
    origins: [{ offset: 0, place }],
  };
}
