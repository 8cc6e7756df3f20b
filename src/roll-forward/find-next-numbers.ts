import type { Document } from '../model/document.js';
import type { Inputs } from '../model/inputs.js';
import { formatLetters, parseLetters } from '../model/letters.js';
import { listBlocks } from '../model/list-sections.js';
import type { NumberedPart } from '../model/template.js';

/** The number with which the next paper goes on. */
export interface NextNumber {
  part: NumberedPart;
  /** 58, or H where the earlier paper has a letter. */
  value: string | number;
}

/** Finds the numbers after the last ones of a paper, for each number that the paper's own file starts from. */
export function findNextNumbers(document: Document, { paper }: Pick<Inputs, 'paper'>): NextNumber[] {
  return paper.starts.map(({ part, value }) => {
    const next = (typeof value === 'string' ? parseLetters(value) : value) + countParts(part, document);
    return { part, value: typeof value === 'string' ? formatLetters(next) : next };
  });
}

function countParts(part: NumberedPart, document: Document): number {
  switch (part) {
    case 'sections':
      return document.sections.filter(({ number }) => number !== null).length;
    case 'appendices':
      return document.appendices.length;
    case 'paragraphs':
      return listBlocks(document).filter((block) => block.kind === 'paragraph' && block.number !== null)
        .length;
    default:
      return part satisfies never;
  }
}
