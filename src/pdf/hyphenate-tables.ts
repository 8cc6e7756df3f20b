import { listBlocks } from '../model/list-sections.js';
import type { Table } from '../model/blocks/table.js';
import type { Block } from '../model/blocks/block.js';
import type { Document } from '../model/document.js';
import type { Inline } from '../model/inline.js';
import type { Section } from '../model/section.js';
import type { Theme } from '../model/theme.js';
import { findNarrowColumns } from './blocks/table-column-widths.js';
import { HYPHENATION_POINT } from './text/hyphenation-point.js';

type Hyphenate = (word: string) => string;

/** A word of lower-case letters, or the first word of a cell. Other words with capitals are names, which stay whole. */
const WORD = /(?<![\p{L}\p{N}'’-])(?:\p{Ll}{6,}|^\p{Lu}\p{Ll}{5,})(?![\p{L}\p{N}'’-])/gu;

/**
 * Returns a document with hyphenation points in the words of table columns that are narrower than their longest word. Almost no paper has
 * such a column, so the patterns load only at need.
 */
export async function hyphenateTables(document: Document, theme: Theme): Promise<Document> {
  const narrow = new Map<Block, Set<number>>();
  for (const block of listBlocks(document)) {
    const columns = block.kind === 'table' ? findNarrowColumns(block, theme) : new Set<number>();
    if (columns.size > 0) narrow.set(block, columns);
  }
  if (narrow.size === 0) return document;
  const { default: hyphen } = await import('hyphen/en-gb');
  const hyphenate: Hyphenate = (word) =>
    hyphen.hyphenateSync(word, { hyphenChar: HYPHENATION_POINT, minWordLength: 6 });
  const change = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.map((block) => {
      const columns = narrow.get(block);
      return block.kind === 'table' && columns ? hyphenateColumns(block, columns, hyphenate) : block;
    }),
  });
  return {
    ...document,
    sections: document.sections.map(change),
    appendices: document.appendices.map(change),
  };
}

function hyphenateColumns(table: Table, narrow: ReadonlySet<number>, hyphenate: Hyphenate): Table {
  const change = (content: Inline[], column: number): Inline[] =>
    narrow.has(column) ? content.map((inline) => hyphenateInline(inline, hyphenate)) : content;
  return {
    ...table,
    columns: table.columns.map((column, index) => ({ ...column, heading: change(column.heading, index) })),
    rows: table.rows.map((row) =>
      row.kind === 'data' || row.kind === 'total' ? { ...row, cells: row.cells.map(change) } : row,
    ),
  };
}

function hyphenateInline(inline: Inline, hyphenate: Hyphenate): Inline {
  if ('content' in inline)
    return { ...inline, content: inline.content.map((inner) => hyphenateInline(inner, hyphenate)) };
  if (inline.kind !== 'text' && inline.kind !== 'value') return inline;
  return { ...inline, text: inline.text.replace(WORD, hyphenate) };
}
