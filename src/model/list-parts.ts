import { makeLabelFinder } from './find-label.js';
import { listSections } from './list-sections.js';
import { toPlainText } from './inline.js';
import type { LabelWords } from './template.js';
import type { Place } from './problem.js';
import { formatSectionName } from './section.js';
import type { Document } from './document.js';
import type { Inputs } from './inputs.js';
import type { Manuscript } from './manuscript.js';
import { isLabelledBlock, type LabelledBlock } from './labelled-block.js';

/** A part of a paper that a reference can lead to. */
export interface Part {
  kind: keyof LabelWords;
  /** Null for a paragraph or a small table of words without a label. It cannot be cited. */
  label: string | null;
  /** The number alone: "2", "C". Null for a part without a number, which cannot be cited either. */
  number: string | null;
  /** The title; for a paragraph its first words. */
  title: string;
  section: { number: string | null };
  /** "B Supporting information" */
  sectionName: string;
  place: Place;
}

interface Paper {
  document: Document;
  manuscript: Manuscript;
  inputs: Pick<Inputs, 'template'>;
}

/** Lists the sections, appendices, paragraphs, tables, charts and diagrams of a paper, in reading order. */
export function listParts(paper: Paper): Part[] {
  const findLabel = makeLabelFinder(paper.manuscript);
  const { words } = paper.inputs.template;
  return listSections(paper.document).flatMap((section) => {
    const isAppendix = paper.document.appendices.includes(section);
    const number = isAppendix ? removeWord(section.number, words.appendix) : section.number;
    const shared = { section: { number }, sectionName: formatSectionName(section) };
    const { id: label, title, place } = section;
    return [
      {
        ...shared,
        kind: isAppendix ? ('appendix' as const) : ('section' as const),
        label,
        number,
        title,
        place,
      },
      ...section.blocks
        .filter(isLabelledBlock)
        .map((block) => ({ ...shared, ...describeBlock(block, findLabel(block), words) })),
    ];
  });
}

/** Formats a part's number as a reference prints it within its section: "Table 1", "paragraph 12". Null without a number. */
export function formatPartNumber({ kind, number }: Part, words: LabelWords): string | null {
  return number === null ? null : `${words[kind]} ${number}`;
}

function describeBlock(
  block: LabelledBlock,
  label: string | null,
  words: LabelWords,
): Omit<Part, 'section' | 'sectionName'> {
  const { kind, place } = block;
  if (kind === 'paragraph')
    return {
      kind,
      label,
      number: block.number,
      title: shorten(toPlainText(block.content)),
      place,
    };
  const number = removeWord(block.number, words[kind]);
  return { kind, label, number, title: toPlainText(block.title), place };
}

function removeWord(number: string | null, word: string): string | null {
  return number === null ? null : number.slice(word.length).trim();
}

const LONGEST_OPENING = 48;

function shorten(text: string): string {
  if (text.length <= LONGEST_OPENING) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_OPENING))} …`;
}
