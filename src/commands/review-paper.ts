import type { SoundPaper, UnsoundPaper } from '../build-paper.js';
import { makeLabelFinder } from '../model/find-label.js';
import { listPassages } from '../review/list-passages.js';
import { listRemarks } from '../review/list-remarks.js';
import { createEntryFinder } from '../review/narrative-places.js';
import type { Passage } from '../review/passage.js';
import { propose } from '../review/propose.js';
import { createSourceOffsets, type ReadText } from '../review/source-offsets.js';
import type { WordReview } from '../review/word-review.js';
import { listReturned } from '../review/word-text.js';
import type { WordFile } from '../word/read/word-file.js';

type Composed = SoundPaper | UnsoundPaper;

/** Proposes a change of the author's text for each tracked change of a returned Word file, and lists its comments. */
export function reviewPaper(paper: Composed, returned: WordFile, readText: ReadText): WordReview {
  const passages = listPaperPassages(paper, readText);
  const { proposals, paragraphs } = propose(listReturned(returned.body), {
    passages,
    findEntry: createEntryFinder(paper.inputs.paper),
    sources: createSourceOffsets(readText),
  });
  return {
    proposals,
    remarks: listRemarks(returned.comments, paragraphs),
    labels: passages.flatMap(({ label }) => label ?? []),
  };
}

/** Lists the texts of a paper with the sources of their characters. */
export function listPaperPassages({ document, manuscript, inputs }: Composed, readText: ReadText): Passage[] {
  const { paper, template } = inputs;
  return listPassages(document, {
    findLabel: makeLabelFinder(manuscript),
    words: template.words,
    place: paper.place,
    template: `templates/${paper.id}/paper.yaml`,
    readText,
  });
}
