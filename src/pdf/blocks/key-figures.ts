import type { KeyFigure, KeyFigures } from '../../model/blocks/key-figures.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { createTextRuns } from '../nodes/create-text-runs.js';
import type { PdfNode, StackNode, TableLayout, TableNode, TextNode } from '../nodes/pdf-node.js';

/** A wider row would break the words under the numbers. */
const MAX_IN_ROW = 5;

/**
 * Returns a row of large numbers between two rules. Six or more fill two rows. To a screen reader it is a list. The columns have fixed
 * widths, because pdfmake lets a long word stretch others.
 */
export function createKeyFiguresNode({ items }: KeyFigures, theme: Theme): TableNode {
  const { above, below, gap } = theme.layout.highlights;
  const width = items.length <= MAX_IN_ROW ? items.length : MAX_IN_ROW;
  const cellWidth = (computeTextWidth(theme) - (width - 1) * gap) / width;
  const rows = Array.from({ length: Math.ceil(items.length / width) }, (_, row) =>
    Array.from({ length: width }, (_cell, column): StackNode | TextNode => {
      const item = items[row * width + column];
      return item ? createCell(item, theme) : { text: '' };
    }),
  );
  return {
    table: { widths: Array.from({ length: width }, () => cellWidth), body: rows },
    layout: createLayout(rows.length, theme),
    margin: [0, above, 0, below],
    tag: 'list',
  };
}

function createCell({ value, label, detail }: KeyFigure, theme: Theme): StackNode {
  const { colours, text, layout } = theme;
  const nodes: PdfNode[] = [
    {
      text: createTextRuns(value, theme),
      bold: true,
      fontSize: layout.highlights.size,
      lineHeight: 0.95,
      color: colours.accent,
    },
    { text: createTextRuns(label, theme), fontSize: text.small, lineHeight: 1, bold: true },
  ];
  if (detail.length > 0)
    nodes.push({
      text: createTextRuns(detail, theme),
      fontSize: text.small,
      lineHeight: 1,
      color: colours.soft,
    });
  return { stack: nodes };
}

function createLayout(rows: number, { colours, layout }: Theme): TableLayout {
  const { rule, padding, gap } = layout.highlights;
  return {
    hLineWidth: (line) => (line === 0 || line === rows ? rule : 0),
    hLineColor: () => colours.accent,
    vLineWidth: () => 0,
    fillColor: () => null,
    paddingLeft: (column) => (column === 0 ? 0 : gap),
    paddingRight: () => 0,
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
}
