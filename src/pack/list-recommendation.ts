import type { Document } from '../model/document.js';
import { toPlainText } from '../model/inline.js';
import { listSections } from '../model/list-sections.js';
import type { Block } from '../model/blocks/block.js';
import type { List } from '../model/blocks/list.js';
import { BULLET, type RecommendationLine } from './pack.js';

/** The usual titles of the section that asks the committee to decide. */
const TITLE = /^recommendations?$/i;

/** Lists the paragraphs and items of a paper's recommendation. Empty if no section has that role or title. */
export function listRecommendation(
  document: Pick<Document, 'sections' | 'appendices'>,
): RecommendationLine[] {
  const sections = listSections(document);
  const section =
    sections.find(({ role }) => role === 'recommendation') ??
    sections.find(({ title }) => TITLE.test(title.trim()));
  return (section?.blocks ?? []).flatMap(listLines).filter(({ text }) => text !== '');
}

function listLines(block: Block): RecommendationLine[] {
  if (block.kind === 'paragraph') return [{ marker: null, text: toPlainText(block.content).trim() }];
  return block.kind === 'list' ? listItems(block) : [];
}

function listItems({ style, start, items }: List): RecommendationLine[] {
  return items.flatMap(({ content, lists }, index) => [
    { marker: formatMarker(style, start + index), text: toPlainText(content).trim() },
    ...lists.flatMap(listItems),
  ]);
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

function formatMarker(style: List['style'], number: number): string {
  switch (style) {
    case 'bullet':
      return BULLET;
    case 'decimal':
      return `${number}.`;
    case 'lower-alpha':
      return `(${String.fromCharCode('a'.charCodeAt(0) + ((number - 1) % 26))})`;
    case 'lower-roman':
      return `(${ROMAN[number - 1] ?? number})`;
    default:
      return style satisfies never;
  }
}
