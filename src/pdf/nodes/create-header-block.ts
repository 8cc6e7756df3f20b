import type { Document, HeaderField } from '../../model/document.js';
import { isWideField } from '../../model/is-wide-field.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { measureLetters } from '../text/letter-widths.js';
import { createInnerListNode } from '../blocks/list.js';
import { createLineNode } from './create-line-node.js';
import { createTextRuns } from './create-text-runs.js';
import type { PdfNode, StackNode, TableNode, TextNode } from './pdf-node.js';

interface FieldNodes {
  name: TextNode;
  value: TextNode | StackNode;
  /** True if it takes both columns of a grid. */
  isWide: boolean;
}

/** Fields side by side in a grid. */
const COLUMNS_OF_GRID = 2;
/** The space after a name, and the padding that pdfmake puts between two columns, in points. */
const NAME_GAP = 14;
const PADDING = 8;
/** The largest share of the width that the names of a list have. A longer name wraps. */
const LARGEST_SHARE = 0.4;
/** The width of bold letters, as a multiple of that of regular ones. Generous, so that a name does not wrap. */
const BOLD = 1.12;

/** Returns the fields under the title with a line below them, or nothing for a paper without fields. */
export function createHeaderBlock({ header }: Document, theme: Theme): PdfNode[] {
  if (header.fields.length === 0) return [];
  const { below, rule, name: size } = theme.layout.fields;
  const fields = header.fields.map((field): FieldNodes => ({
    name: { text: field.name, color: theme.colours.soft, bold: true, fontSize: size },
    value: createValue(field, theme),
    isWide: isWideField(field),
  }));
  const block: PdfNode =
    header.layout === 'list'
      ? createFieldList(fields, computeNameWidth(header.fields, theme), theme)
      : { stack: createFieldGrid(fields, theme) };
  return [
    { ...block, margin: [0, 0, 0, below] },
    createLineNode(theme.colours.rule, rule, computeTextWidth(theme)),
  ];
}

function createValue({ value, blocks }: HeaderField, theme: Theme): TextNode | StackNode {
  const fontSize = theme.layout.fields.value;
  if (!blocks) return { text: createTextRuns(value, theme), fontSize };
  return {
    stack: blocks.map((block) =>
      block.kind === 'list'
        ? createInnerListNode(block, theme)
        : { text: createTextRuns(block.content, theme) },
    ),
    fontSize,
  };
}

/** Returns the width of the longest name, up to a share of the text's width. */
function computeNameWidth(fields: readonly HeaderField[], theme: Theme): number {
  const widest = fields.reduce((width, { name }) => Math.max(width, measureLetters(name)), 0);
  const width = widest * theme.layout.fields.name * BOLD * theme.typeface.width + NAME_GAP;
  return Math.min(width, computeTextWidth(theme) * LARGEST_SHARE);
}

/** A row for each field. Columns have fixed widths, because pdfmake lets a long word stretch others. */
function createFieldList(fields: FieldNodes[], nameWidth: number, theme: Theme): TableNode {
  const body = fields.map(({ name, value }): (TextNode | StackNode)[] => [
    { ...name, tag: { role: 'TH', scope: 'Row' }, margin: [0, 0, NAME_GAP, 0] },
    value,
  ]);
  return {
    table: { widths: [nameWidth, computeTextWidth(theme) - PADDING - nameWidth], body },
    layout: 'noBorders',
  };
}

/** Fields side by side, each with its value under its name. A wide field has a row of its own. */
function createFieldGrid(fields: FieldNodes[], theme: Theme): PdfNode[] {
  const width = (computeTextWidth(theme) - PADDING) / COLUMNS_OF_GRID;
  return groupRows(fields).map((row): PdfNode => {
    const cells = row.map(({ name, value }): StackNode => ({ stack: [name, value], margin: [0, 0, 12, 3] }));
    if (row[0]?.isWide) return { stack: cells, margin: [0, 2, 0, 5] };
    const body = [Array.from({ length: COLUMNS_OF_GRID }, (_, column) => cells[column] ?? { text: '' })];
    return { table: { widths: [width, width], body }, layout: 'noBorders', tag: 'layout' };
  });
}

/** Groups fields into rows: pairs of narrow fields, and single wide ones. */
function groupRows(fields: readonly FieldNodes[]): FieldNodes[][] {
  const rows: FieldNodes[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (last && last.length < COLUMNS_OF_GRID && !last[0]?.isWide && !field.isWide) last.push(field);
    else rows.push([field]);
  }
  return rows;
}
