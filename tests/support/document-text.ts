import type { Document } from '../../src/model/document.js';
import type { List } from '../../src/model/blocks/list.js';
import type { Block } from '../../src/model/blocks/block.js';
import { toPlainText, type Inline } from '../../src/model/inline.js';

/** What a document says, in the author's order, a piece for each heading, paragraph, item, cell and note. */
export function documentTexts(document: Document): string[] {
  const { masthead, header, title, contents, contentsTitle, sections, appendices } = document;
  return [
    masthead.authority,
    masthead.meeting,
    masthead.committee,
    title,
    ...header.fields.flatMap(({ name, value }) => [name, toPlainText(value)]),
    ...(contents ? [contentsTitle] : []),
    ...sections.flatMap(({ number, title: name, blocks }) => [
      number === null ? name : `${number}. ${name}`,
      ...blocks.flatMap(blockTexts),
    ]),
    ...appendices.flatMap(({ number, title: name, blocks }) => [
      `${number ?? ''}: ${name}`,
      ...blocks.flatMap(blockTexts),
    ]),
  ];
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'note':
      return [toPlainText(block.content)];
    case 'paragraph':
      return [`${block.number === null ? '' : `${block.number}. `}${toPlainText(block.content)}`];
    case 'list':
      return listTexts(block);
    case 'table':
      return [
        ...caption(block),
        ...block.columns.map(({ heading }) => toPlainText(heading)),
        ...block.rows.flatMap(({ cells }) => cells.map(toPlainText)),
        ...block.notes.map(toPlainText),
      ];
    case 'chart':
      return [...caption(block), toPlainText(block.subtitle), ...block.notes.map(toPlainText)];
    case 'diagram':
      return [...caption(block), ...block.notes.map(toPlainText)];
  }
}

function listTexts({ items }: List): string[] {
  return items.flatMap(({ content, lists }) => [toPlainText(content), ...lists.flatMap(listTexts)]);
}

function caption({ number, title }: { number: string | null; title: Inline[] }): string[] {
  const text = `${number === null ? '' : `${number}. `}${toPlainText(title)}`;
  return text === '' ? [] : [text];
}
