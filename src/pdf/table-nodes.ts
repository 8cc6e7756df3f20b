import { makeNoteAnchor } from '../model/make-note-anchor.js';
import type { Column, Row, Table } from '../model/blocks/table.js';
import { toPlainText, type Inline } from '../model/inline.js';
import { startsSecondTable } from '../model/starts-second-table.js';
import { computeTextWidth, type Theme } from '../model/theme.js';
import { inlineTexts } from './inline-texts.js';
import type { PdfNode, Tag } from './node.js';
import { sum } from '../statistics/sum.js';

/** Up to this many rows a table is kept on one page. */
const SHORT = 16;
/** More columns than this make a table wide: set smaller and closer, over the margin of the paragraph numbers. */
const MANY = 6;

/** A table with its caption above and its notes below; the header row is repeated on every page it reaches. */
export function tableNode(table: Table, theme: Theme): PdfNode {
  const { columns, rows, notes } = table;
  const short = rows.length <= SHORT;
  const body = [
    columns.map((column, index) => headCell(column, headId(table, index), theme)),
    ...rows.map((row, index) => rowCells(row, index, table, theme)),
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
    fontSize: typeSize(columns, theme),
    lineHeight: 1.06,
  };
  const stack = [
    ...(table.number === null && table.title.length === 0
      ? []
      : [{ ...captionNode(table, theme), keepWithNext: true }]),
    { ...grid, roomNeeded: 60 },
    ...notes.map((one, index) => ({
      ...noteNode(one, theme, makeNoteAnchor(table, index + 1)),
      margin: [0, index === 0 ? 5 : 1, 0, 1],
    })),
  ];
  return {
    stack,
    unbreakable: short,
    roomNeeded: short ? 60 + rows.length * 24 + notes.length * 26 : 120,
    margin: [indentOf(columns, theme), 4, 0, 14],
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
    tag: { role: 'Caption' },
  };
}

/** A note that marks lead to. */
export function noteNode(content: Inline[], theme: Theme, id: string): PdfNode {
  return { ...noteText(content, theme), id, tag: { role: 'Note', id } };
}

export function noteText(content: Inline[], theme: Theme): PdfNode {
  return {
    text: inlineTexts(content, theme),
    fontSize: theme.text.small,
    lineHeight: 1.08,
    color: theme.colours.soft,
  };
}

function headCell({ heading, align }: Column, id: string, theme: Theme): PdfNode {
  return {
    tag: { role: 'TH', scope: 'Column', id },
    text: inlineTexts(heading, theme),
    bold: true,
    alignment: align === 'left' ? 'left' : 'right',
    color: theme.colours.ink,
  };
}

function rowCells({ kind, cells }: Row, row: number, table: Table, theme: Theme): PdfNode[] {
  const { columns } = table;
  if (kind === 'group') {
    const group = {
      text: inlineTexts(cells[0] ?? [], theme),
      colSpan: columns.length,
      tag: { role: 'TH', scope: 'Row' },
      italics: true,
      color: theme.colours.soft,
    };
    return [group, ...columns.slice(1).map(() => ({ text: '' }))];
  }
  return columns.map(({ align }, index) => ({
    text: inlineTexts(cells[index] ?? [], theme),
    alignment: align === 'left' ? 'left' : 'right',
    bold: kind === 'total',
    tag: cellTag(table, row, index),
  }));
}

/** The first cell heads its row. Of tables side by side each heads its own, which only names of cells can say. */
function cellTag(table: Table, row: number, index: number): Tag {
  const { columns } = table;
  const starts = columns.map((_column, at) => at === 0 || startsSecondTable(columns, at));
  const id = `${table.anchor}-row-${row + 1}`;
  if (!starts.some((start, at) => start && at > 0))
    return index === 0 ? { role: 'TH', scope: 'Row', id } : { role: 'TD' };
  const own = starts.lastIndexOf(true, index);
  const name = `${id}-${own + 1}`;
  return own === index
    ? { role: 'TH', scope: 'Row', id: name }
    : { role: 'TD', headers: [headId(table, index), name] };
}

function headId({ anchor }: Table, column: number): string {
  return `${anchor}-column-${column + 1}`;
}

function typeSize(columns: Column[], { text }: Theme): number {
  return columns.length > MANY ? text.small : text.size - 0.5;
}

function indentOf(columns: Column[], { text }: Theme): number {
  return columns.length > MANY ? 0 : text.hang;
}

/** Between a cell's words and the next column's, on each side. */
function paddingOf(columns: Column[]): number {
  return columns.length > MANY ? 4 : 6;
}

/** The points that a character takes on average, as a share of the size of type. */
const CHARACTER = 0.52;

/**
 * Each column gets room for its longest word, and a share of the rest by what it would like: a line for a heading or a text,
 * up to a limit. What is left over goes to the first column of words where the others hold figures.
 */
function widthsOf({ columns, rows }: Table, theme: Theme): number[] {
  const paddings = columns.map(
    (_column, index) => (startsSecondTable(columns, index) ? 4 : 2) * paddingOf(columns),
  );
  const total = computeTextWidth(theme) - indentOf(columns, theme) - sum(paddings);
  const size = typeSize(columns, theme) * 1.05 * CHARACTER;
  const wishes = columns.map(({ heading, align }, index) => {
    const texts = [
      heading,
      ...rows.filter((row) => row.kind !== 'group').map((row) => row.cells[index] ?? []),
    ].map(toPlainText);
    const longest = (all: string[]): number =>
      Math.max(...all.flatMap((text) => text.split(/\s+/)).map((word) => word.length));
    const least = Math.max(longest(texts) * 1.12, longest(texts.slice(0, 1)) * 1.25) * size + 2; // headings are bold
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
    paddingLeft: (index: number) => (startsSecondTable(columns, index) ? 3 : 1) * paddingOf(columns), // a pair stands a little apart
    paddingRight: () => paddingOf(columns),
    paddingTop: () => 2.9,
    paddingBottom: () => 2.2,
  };
}
