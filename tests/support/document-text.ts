import { plainText, type Block, type Document, type Inline, type List } from '../../src/model/document.js';

/** What a document says, in the author's order, a piece for each heading, paragraph, item, cell and note. */
export function documentTexts(document: Document): string[] {
  const { masthead, header, title, contents, contentsTitle, sections, appendices } = document;
  return [
    masthead.authority,
    masthead.meeting,
    masthead.committee,
    title,
    ...header.fields.flatMap(({ name, value }) => [name, plainText(value)]),
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
      return [plainText(block.content)];
    case 'paragraph':
      return [`${block.number === null ? '' : `${block.number}. `}${plainText(block.content)}`];
    case 'list':
      return listTexts(block);
    case 'table':
      return [
        ...caption(block),
        ...block.columns.map(({ heading }) => plainText(heading)),
        ...block.rows.flatMap(({ cells }) => cells.map(plainText)),
        ...block.notes.map(plainText),
      ];
    case 'chart':
      return [...caption(block), plainText(block.subtitle), ...block.notes.map(plainText)];
    case 'diagram':
      return [...caption(block), ...block.notes.map(plainText)];
  }
}

function listTexts({ items }: List): string[] {
  return items.flatMap(({ content, lists }) => [plainText(content), ...lists.flatMap(listTexts)]);
}

function caption({ number, title }: { number: string | null; title: Inline[] }): string[] {
  const text = `${number === null ? '' : `${number}. `}${plainText(title)}`;
  return text === '' ? [] : [text];
}
