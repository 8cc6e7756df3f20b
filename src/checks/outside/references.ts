import type { Problem } from '../../model/problem.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';
import { findCitations } from './find-citations.js';
import { indexTargets } from './index-targets.js';
import { checkParagraphReferences, findAbsentParagraph } from './paragraph-references.js';
import { checkPartReferences } from './part-references.js';
import { checkSectionReferences } from './section-references.js';

/** Checks typed references to paragraphs, sections, tables, figures and appendices. A cell of a table is in no paragraph. */
export function checkOutsideReferences(paper: CheckableOutsidePaper): Problem[] {
  const citations = paper.sentences.flatMap(findCitations);
  const inCells = paper.cellSentences.flatMap(findCitations);
  const targets = indexTargets(paper);
  return [
    ...checkParagraphReferences(citations, targets),
    ...inCells.flatMap((citation) => findAbsentParagraph(citation, targets)),
    ...checkPartReferences([...citations, ...inCells], paper),
    ...checkSectionReferences([...citations, ...inCells], targets),
  ];
}
