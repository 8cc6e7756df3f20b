import type { Block } from '../model/blocks/block.js';
import { listInlineRuns } from '../model/blocks/block.js';
import type { Document } from '../model/document.js';
import { toPlainText } from '../model/inline.js';
import { listSections } from '../model/list-sections.js';
import type { Place } from '../model/problem.js';
import { fillPageNumbers } from '../model/running.js';
import type { Section } from '../model/section.js';

/** A printed text with the place of its block in the sources. Text of the front matter has no place. */
export interface PrintedText {
  text: string;
  place: Place | undefined;
  /** True for the text of a picture file. */
  isPicture?: boolean;
}

/** Lists all texts that the PDF prints, including those in drawings. */
export function listPrintedTexts(document: Document): PrintedText[] {
  return [
    ...listFrontTexts(document).map((text) => ({ text: fillPageNumbers(text, 1, 1), place: undefined })),
    ...listSections(document).flatMap(listSectionTexts),
  ];
}

function listFrontTexts(document: Document): string[] {
  const { title, masthead, header, running, statusText, changes, contentsTitle } = document;
  return [
    ...[title, statusText, contentsTitle],
    ...Object.values(masthead),
    ...[running.left, running.centre ?? '', running.right, running.marking ?? ''],
    ...(running.foot ? [running.foot.left, running.foot.centre, running.foot.right] : []),
    ...(changes ? [changes.title, changes.text] : []),
    ...header.fields.flatMap(({ name, value }) => [name, toPlainText(value)]),
  ];
}

function listSectionTexts({ title, place, blocks }: Section): PrintedText[] {
  return [
    { text: title, place },
    ...blocks.flatMap((block) => [
      ...listBlockTexts(block).map((text) => ({ text, place: block.place })),
      ...listPictureTexts(block).map((text) => ({ text, place: block.place, isPicture: true })),
    ]),
  ];
}

function listBlockTexts(block: Block): string[] {
  return [...listInlineRuns(block).map(toPlainText), ...listDrawnTexts(block)];
}

function listDrawnTexts(block: Block): string[] {
  switch (block.kind) {
    case 'chart':
      return [...block.dataColumns, ...block.data.map(({ label }) => toPlainText(label))];
    case 'diagram': {
      const { rows, arrows } = block.data;
      const boxes = rows.flat().flatMap(({ title, text }) => [title, ...text]);
      return [...boxes, ...arrows.map(({ label }) => label ?? '')];
    }
    case 'picture':
    case 'heading':
    case 'paragraph':
    case 'list':
    case 'table':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
      return [];
    default:
      return block satisfies never;
  }
}

function listPictureTexts(block: Block): readonly string[] {
  return block.kind === 'picture' ? block.image.texts : [];
}
