import type { Comparison } from '../../compare/describe/comparison.js';
import { comparePrintedWords } from '../../compare/words/compare-printed-words.js';
import { readPdf } from '../verify/read-pdf.js';

/** Compares the words of two PDFs. `paper` describes the title page. If it is null, only the new PDF's own title is known. */
export async function comparePrintedVersions(
  before: Uint8Array,
  after: Uint8Array,
  paper: Comparison['paper'] | null,
  caveat: string,
): Promise<Comparison> {
  const [old, now] = [await readPdf(before), await readPdf(after)];
  const titlePage = { language: 'en', authority: '', committee: '', meeting: '', marking: null };
  return {
    paper: paper ?? { title: now.title, ...titlePage },
    caveats: [
      `${caveat} Tables and figures count as words. Text that moved to another page counts as removed and added.`,
    ],
    ...comparePrintedWords(old.pages, now.pages),
  };
}
