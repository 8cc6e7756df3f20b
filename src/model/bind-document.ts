import { bindInlines, bindMark, bindWords } from './bind-words.js';
import type { Block } from './blocks/block.js';
import type { List } from './blocks/list.js';
import type { Document } from './document.js';
import type { Inline } from './inline.js';
import type { Section } from './section.js';

/**
 * Returns a document whose running text has no-break spaces where lines should not end. Only the PDF has them, and draws them
 * as plain spaces. Lines of the HTML page depend on its reader's window, and its style avoids short last lines. In cells of
 * tables, whose columns are narrow, only a mark stays with its word.
 */
export function bindDocument(document: Document): Document {
  return {
    ...document,
    title: bindWords(document.title),
    sections: document.sections.map(bindSection),
    appendices: document.appendices.map(bindSection),
  };
}

function bindSection(section: Section): Section {
  return { ...section, title: bindWords(section.title), blocks: section.blocks.map(bindBlock) };
}

function bindBlock(block: Block): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'quote':
    case 'footnote':
      return { ...block, content: bindInlines(block.content) };
    case 'list':
      return bindList(block);
    case 'table': {
      const rows = block.rows.map((row) => ({ ...row, cells: row.cells.map(bindMark) }));
      return { ...block, rows, title: bindInlines(block.title), notes: bindAll(block.notes) };
    }
    case 'diagram':
      return { ...block, title: bindInlines(block.title), notes: bindAll(block.notes) };
    case 'chart':
      return {
        ...block,
        title: bindInlines(block.title),
        subtitle: bindInlines(block.subtitle),
        notes: bindAll(block.notes),
      };
    case 'picture':
      return { ...block, title: bindInlines(block.title) };
    case 'key-figures':
      return block;
    default:
      return block satisfies never;
  }
}

function bindList(list: List): List {
  const items = list.items.map(({ content, lists }) => ({
    content: bindInlines(content),
    lists: lists.map(bindList),
  }));
  return { ...list, items };
}

function bindAll(texts: readonly Inline[][]): Inline[][] {
  return texts.map(bindInlines);
}
