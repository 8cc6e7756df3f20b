import type { Document } from '../../src/model/document.js';
import { listKeyFigureRuns } from '../../src/model/blocks/key-figures.js';
import type { List } from '../../src/model/blocks/list.js';
import { isMeetingInHeader } from '../../src/model/is-meeting-in-header.js';
import type { Block } from '../../src/model/blocks/block.js';
import { toPlainText as toTextWithoutMarks, walkInlines, type Inline } from '../../src/model/inline.js';

/** Returns the text as pages have it, with the numbers of footnotes. */
function toPlainText(content: readonly Inline[]): string {
  if (![...walkInlines(content)].some(({ kind }) => kind === 'footnote')) return toTextWithoutMarks(content);
  return content
    .map((inline) => (inline.kind === 'footnote' ? inline.number : toTextWithoutMarks([inline])))
    .join('');
}

/** Lists the texts of a document in the author's order: each heading, paragraph, item, cell and note. */
export function listDocumentTexts(document: Document): string[] {
  const { masthead, header, title, contents, contentsTitle, sections, appendices } = document;
  return [
    masthead.authority,
    ...(isMeetingInHeader(document) ? [] : [masthead.meeting]),
    masthead.committee,
    title,
    ...header.fields.flatMap(({ name, value, blocks }) => [
      name,
      ...(blocks ? blocks.flatMap(listFieldTexts) : [toPlainText(value)]),
    ]),
    ...(contents === true ? [contentsTitle] : []),
    ...sections.flatMap(({ number, title: name, blocks }) => [
      number === null ? name : `${number}. ${name}`,
      ...blocks.flatMap(listBlockTexts),
    ]),
    ...appendices.flatMap(({ number, title: name, blocks }) => [
      `${number ?? ''}: ${name}`,
      ...blocks.flatMap(listBlockTexts),
    ]),
  ];
}

function listFieldTexts(
  block: NonNullable<Document['header']['fields'][number]['blocks']>[number],
): string[] {
  return block.kind === 'list' ? listItemTexts(block) : [toPlainText(block.content)];
}

function listBlockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'note':
    case 'quote':
      return [toPlainText(block.content)];
    case 'footnote':
      return [`${block.number} ${toPlainText(block.content)}`];
    case 'key-figures':
      return listKeyFigureRuns(block)
        .map(toPlainText)
        .filter((text) => text !== '');
    case 'paragraph':
      return [`${block.number === null ? '' : `${block.number}. `}${toPlainText(block.content)}`];
    case 'list':
      return listItemTexts(block);
    case 'table':
      return [
        ...formatCaption(block),
        ...[...(block.heads ?? []), ...block.columns].map(({ heading }) => toPlainText(heading)),
        ...block.rows.flatMap(({ cells }) => cells.map(toPlainText)),
        ...block.notes.map(toPlainText),
      ];
    case 'chart':
      return [...formatCaption(block), toPlainText(block.subtitle), ...block.notes.map(toPlainText)];
    case 'diagram':
      return [...formatCaption(block), ...block.notes.map(toPlainText)];
    case 'picture':
      return formatCaption(block);
  }
}

function listItemTexts({ items }: List): string[] {
  return items.flatMap(({ content, lists }) => [toPlainText(content), ...lists.flatMap(listItemTexts)]);
}

function formatCaption({ number, title }: { number: string | null; title: Inline[] }): string[] {
  const text = `${number === null ? '' : `${number}. `}${toPlainText(title)}`;
  return text === '' ? [] : [text];
}
