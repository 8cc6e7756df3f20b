import type { Problem } from '../../model/problem.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';
import { findCitations } from './find-citations.js';
import { checkParagraphReferences } from './paragraph-references.js';
import { checkPartReferences } from './part-references.js';

/** Checks typed references to paragraphs, tables, figures and appendices. */
export function checkOutsideReferences(paper: CheckableOutsidePaper): Problem[] {
  const citations = paper.sentences.flatMap(findCitations);
  return [...checkParagraphReferences(citations, paper), ...checkPartReferences(citations, paper)];
}
