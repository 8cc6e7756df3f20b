import type { Inline } from './inline.js';
import type { List } from './blocks/list.js';
import type { RunningTexts } from './running.js';
import type { Section } from './section.js';

/** A line of the header block. */
export interface HeaderField {
  name: string;
  /** Everything that the field prints. Items of lists are lines. */
  value: Inline[];
  /** The texts and lists of a field that has lists. */
  blocks?: (List | { kind: 'text'; content: Inline[] })[];
}

/** The fewest pages of a paper with an automatic contents list. */
export const CONTENTS_FROM_PAGES = 8;

/**
 * A paper with everything numbered and resolved. PDF, HTML and `figures.csv` are made from this alone, so they cannot
 * disagree. Anchors are unique within the document and consist of letters, digits and hyphens.
 */
export interface Document {
  language: string;
  title: string;
  /** One sentence about the paper: the PDF's subject. */
  subject: string;
  author: string;
  keywords: string[];
  /** The committee and the meeting, printed above the title. */
  masthead: { authority: string; committee: string; meeting: string };
  header: { layout: 'list' | 'grid'; fields: HeaderField[] };
  /**
   * The running head, with the marking ("NOT PROTECTIVELY MARKED", "Part 1") in the middle of head and foot. Documents of old
   * versions have no `centre` and `foot`.
   */
  running: {
    left: string;
    centre?: string;
    right: string;
    foot?: RunningTexts;
    marking: string | null;
  };
  /** `draft` prints the draft mark on every page. */
  status: 'draft' | 'final';
  /** The edition, printed in the footer: "Version 1.0, 2 April 2009", "Draft of 20 March 2009". */
  statusText: string;
  /** The changes since the last version. Null if there is no last version or nothing to report. */
  changes: { title: string; text: string } | null;
  /** `auto`: the PDF has a contents list if the paper is long. The HTML page has one if the paper has many sections. */
  contents: boolean | 'auto';
  contentsTitle: string;
  /** The section after which the PDF prints the list, by its id. Absent if it comes before all, and in old versions. */
  contentsAfter?: string;
  sections: Section[];
  appendices: Section[];
  madeAt: Date;
}
