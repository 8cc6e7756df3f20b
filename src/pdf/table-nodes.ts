import { plainText, type Column, type Inline, type Row, type Table } from '../model/document.js';
import { textWidth, type Theme } from '../model/theme.js';
import { inlineTexts } from './inline-texts.js';
import type { PdfNode } from './node.js';

/** Up to this many rows a table is kept on one page. */
const SHORT = 16;
const CELL_PADDING = 6;

/** A table with its caption above and its notes below; the header row is repeated on every page it reaches. */
export function tableNode(table: Table, theme: Theme): PdfNode {
  const { columns, rows, notes } = table;
  const short = rows.length <= SHORT;
  const body = [
    columns.map((column) => headCell(column, theme)),
    ...rows.map((row) => rowCells(row, columns, theme)),
  ];
  const grid: PdfNode = {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widthsOf(table, theme),
      body,
    },
    layout: 'paper',
    fontSize: theme.text.size - 0.5,
    lineHeight: 1.06,
    ...(columns.length > 6 && { fontSize: theme.text.small }),
  };
  const stack = [
    ...(table.number === null && table.title.length === 0
      ? []
      : [{ ...captionNode(table, theme), keepWithNext: true }]),
    { ...grid, roomNeeded: 60 },
    ...notes.map((one, index) => ({ ...noteNode(one, theme), margin: [0, index === 0 ? 5 : 1, 0, 1] })),
  ];
  return {
    stack,
    unbreakable: short,
    roomNeeded: short ? 60 + rows.length * 24 + notes.length * 26 : 120,
    margin: [theme.text.hang, 4, 0, 14],
  };
}

/** "Table 1  Title": the number in the accent colour. */
export function captionNode(
  block: { anchor: string; number: string | null; title: Inline[] },
  theme: Theme,
): PdfNode {
  return {
    text: [
      { text: block.number === null ? '' : `${block.number}. `, color: theme.colours.accent },
      ...inlineTexts(block.title, theme),
    ],
    id: block.anchor,
    bold: true,
    lineHeight: 1.1,
    margin: [0, 0, 0, 5],
  };
}

export function noteNode(content: Inline[], theme: Theme): PdfNode {
  return {
    text: inlineTexts(content, theme),
    fontSize: theme.text.small,
    lineHeight: 1.08,
    color: theme.colours.soft,
  };
}

function headCell({ heading, align }: Column, theme: Theme): PdfNode {
  return {
    text: inlineTexts(heading, theme),
    bold: true,
    alignment: align === 'left' ? 'left' : 'right',
    fontSize: theme.text.small + 0.5,
    color: theme.colours.ink,
  };
}

function rowCells({ kind, cells }: Row, columns: Column[], theme: Theme): PdfNode[] {
  if (kind === 'group') {
    const group = {
      text: inlineTexts(cells[0] ?? [], theme),
      colSpan: columns.length,
      italics: true,
      color: theme.colours.soft,
    };
    return [group, ...columns.slice(1).map(() => ({ text: '' }))];
  }
  return columns.map(({ align }, index) => ({
    text: inlineTexts(cells[index] ?? [], theme),
    alignment: align === 'left' ? 'left' : 'right',
    bold: kind === 'total',
  }));
}

/** Columns of figures are as wide as their widest word or figure; columns of words share the rest by the length of their texts. */
function widthsOf({ columns, rows }: Table, theme: Theme): number[] {
  const total = textWidth(theme) - theme.text.hang - columns.length * 2 * CELL_PADDING;
  const texts = (index: number): string[] => [
    ...rows.filter((row) => row.kind !== 'group').map((row) => plainText(row.cells[index] ?? [])),
    plainText(columns[index]?.heading ?? []),
  ];
  const length = columns.map((column, index) => {
    const all = texts(index);
    const words = Math.max(...all.flatMap((text) => text.split(/\s+/)).map((word) => word.length));
    if (column.align !== 'left') return Math.max(words, 7);
    return Math.max(words, Math.min(46, Math.max(...all.map((text) => text.length))));
  });
  const wanted = length.map((characters) => characters * theme.text.size * 0.56 + 4);
  const sum = wanted.reduce((a, b) => a + b, 0);
  if (sum >= total) return wanted.map((width) => (width * total) / sum);
  const figures = columns.some((column) => column.align !== 'left');
  const spare = total - sum;
  const firstWords = columns.reduce(
    (best, column, index) =>
      column.align === 'left' && (length[index] ?? 0) > (length[best] ?? 0) ? index : best,
    0,
  );
  return wanted.map((width, index) =>
    figures ? width + (index === firstWords ? spare : 0) : (width * total) / sum,
  );
}

/** Thin rules between rows, a stronger one under the head, none upright. */
export function tableLayout(theme: Theme): object {
  const { accent, hairline, tint } = theme.colours;
  return {
    hLineWidth: (row: number, { table }: { table: { body: unknown[] } }) =>
      row === 0 ? 0 : row === 1 || row === table.body.length ? 0.9 : 0.5,
    hLineColor: (row: number, { table }: { table: { body: unknown[] } }) =>
      row === 1 || row === table.body.length ? accent : hairline,
    vLineWidth: () => 0,
    fillColor: (row: number) => (row === 0 ? tint : null),
    paddingLeft: () => CELL_PADDING,
    paddingRight: () => CELL_PADDING,
    paddingTop: () => 3.2,
    paddingBottom: () => 2.6,
  };
}
