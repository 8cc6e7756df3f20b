import type { Document } from '../model/document.js';
import type { Organisation } from '../model/organisation.js';
import type { Passage } from './list-passages.js';
import type { Sentence } from './split-sentences.js';

/** Everything that a check without data can look at. Any paper has it, whatever program wrote it. */
export interface CheckableText {
  inputs: {
    /** The day of the meeting, as YYYY-MM-DD. */
    meeting: { date: string };
    organisation: Pick<Organisation, 'acronyms' | 'names' | 'short'>;
  };
  document: Pick<Document, 'sections' | 'appendices'>;
  /** Every run of text. */
  passages: Passage[];
  /** The sentences of the running text: paragraphs, lists and notes. */
  sentences: Sentence[];
}
