import type { Table as TableNode, TableRow } from 'mdast';
import type { Table } from '../../model/blocks/table.js';
import type { Inline } from '../../model/inline.js';
import { joinChecked, mapChecked } from '../../model/join-checked.js';
import type { Checked } from '../../model/problem.js';
import { getBlockStart, renderBlockText, type BlockContext } from './block-context.js';

/** Builds a pipe table of words. Figures belong in `tables.yaml`. */
export function buildWordTable(node: TableNode, context: BlockContext): Checked<Table> {
  const { anchor, place } = getBlockStart(node, context);
  const rows = joinChecked(node.children.map((row) => renderCells(row, context)));
  return mapChecked(rows, ([head = [], ...body]) => ({
    kind: 'table',
    anchor,
    place,
    number: null,
    title: [],
    columns: head.map((heading, index) => ({
      heading,
      align: node.align?.[index] === 'right' ? 'right' : 'left',
      width: null,
    })),
    rows: body.map((cells) => ({ kind: 'data', cells })),
    notes: [],
  }));
}

function renderCells({ children }: TableRow, context: BlockContext): Checked<Inline[][]> {
  return joinChecked(children.map((cell) => renderBlockText(cell.children, context)));
}
