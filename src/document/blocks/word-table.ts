import type { Table as TableNode, TableRow } from 'mdast';
import type { Table } from '../../model/blocks/table.js';
import type { Inline } from '../../model/inline.js';
import { joinChecked, mapChecked } from '../../model/join-checked.js';
import type { Checked } from '../../model/problem.js';
import { cutCaptionMarks } from '../table-captions.js';
import { getBlockStart, renderBlockText, type BlockContext } from './block-context.js';

/** Builds a pipe table of words. Figures belong in `tables.yaml`. */
export function buildWordTable(node: TableNode, context: BlockContext): Checked<Table> {
  const { number, anchor, place } = getBlockStart(node, context);
  const title = buildCaption(node, context);
  const rows = joinChecked(node.children.map((row) => renderCells(row, context)));
  const table = mapChecked(rows, ([head = [], ...body]): Table => ({
    kind: 'table',
    anchor,
    place,
    number: number === null ? null : `${context.template.words.table} ${number}`,
    title: title.value,
    columns: head.map((heading, index) => ({
      heading,
      align: node.align?.[index] === 'right' ? 'right' : 'left',
      width: null,
    })),
    rows: body.map((cells) => ({ kind: 'data', cells })),
    notes: [],
  }));
  return { ...table, problems: [...title.problems, ...table.problems] };
}

function buildCaption(node: TableNode, context: BlockContext): Checked<Inline[]> {
  const caption = context.draft.captions.get(node);
  if (!caption) return { value: [], problems: [] };
  return mapChecked(renderBlockText(caption.node.children, context), cutCaptionMarks);
}

function renderCells({ children }: TableRow, context: BlockContext): Checked<Inline[][]> {
  return joinChecked(children.map((cell) => renderBlockText(cell.children, context)));
}
