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
    layout: tableLayout(columns, theme),
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

/** The points that a character takes on average, as a share of the size of type. */
const CHARACTER = 0.52;

/**
 * Each column gets room for its longest word, and a share of the rest by what it would like: a line for a heading or a text,
 * up to a limit. What is left over goes to the first column of words where the others hold figures.
 */
function widthsOf({ columns, rows }: Table, theme: Theme): number[] {
  const paddings = columns.map((_column, index) => (opensPair(columns, index) ? 4 : 2) * CELL_PADDING);
  const total = textWidth(theme) - theme.text.hang - sum(paddings);
  const size = theme.text.size * CHARACTER;
  const wishes = columns.map(({ heading, align }, index) => {
    const texts = [
      heading,
      ...rows.filter((row) => row.kind !== 'group').map((row) => row.cells[index] ?? []),
    ].map(plainText);
    const least =
      Math.max(...texts.flatMap((text) => text.split(/\s+/)).map((word) => word.length)) * size * 1.12 + 2;
    const wanted =
      Math.min(align === 'left' ? 46 : 10, Math.max(...texts.map((text) => text.length))) * size + 4;
    return { least, more: Math.max(0, wanted - least) };
  });
  const least = sum(wishes.map((wish) => wish.least));
  const more = sum(wishes.map((wish) => wish.more));
  if (least >= total) return wishes.map((wish) => (wish.least * total) / least);
  const share = Math.min(1, (total - least) / Math.max(more, 1));
  const widths = wishes.map((wish) => wish.least + wish.more * share);
  const spare = Math.max(0, total - sum(widths));
  const words = columns.findIndex(
    (_column, index) => columns[index]?.align === 'left' && columns[index + 1]?.align !== 'left',
  );
  if (columns.every(({ align }) => align === 'left'))
    return widths.map((width) => width + (spare * width) / sum(widths));
  return widths.map((width, index) => width + (index === words ? spare : 0));
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

/** Thin rules between rows, a stronger one under the head, none upright. */
function tableLayout(columns: Column[], theme: Theme): object {
  const { accent, hairline, tint } = theme.colours;
  return {
    hLineWidth: (row: number, { table }: { table: { body: unknown[] } }) =>
      row === 0 ? 0 : row === 1 || row === table.body.length ? 0.9 : 0.5,
    hLineColor: (row: number, { table }: { table: { body: unknown[] } }) =>
      row === 1 || row === table.body.length ? accent : hairline,
    vLineWidth: () => 0,
    fillColor: (row: number) => (row === 0 ? tint : null),
    paddingLeft: (index: number) => (opensPair(columns, index) ? 3 * CELL_PADDING : CELL_PADDING),
    paddingRight: () => CELL_PADDING,
    paddingTop: () => 2.9,
    paddingBottom: () => 2.2,
  };
}

/** A column of words after one of figures begins a second pair of columns, and stands a little apart. */
function opensPair(columns: Column[], index: number): boolean {
  return index > 0 && columns[index]?.align === 'left' && columns[index - 1]?.align !== 'left';
}
