import { CONTENTS_FROM_PAGES, type Document } from '../../model/document.js';
import { formatSectionLabel } from '../../model/section.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import type { ColumnsNode, PdfNode, TableLayout, TableNode, TextNode } from './pdf-node.js';

interface Entry {
  text: string;
  anchor: string;
}

/** A shorter list has one column. */
const MIN_ENTRIES_OF_TWO_COLUMNS = 6;

/** The width of a page number, and the space before it, in points. */
const NUMBER_WIDTH = 28;
const PADDING = 8;

/** Rows without lines, close together. */
const ROW_LAYOUT: TableLayout = {
  hLineWidth: () => 0,
  hLineColor: () => '#ffffff',
  vLineWidth: () => 0,
  fillColor: () => null,
  paddingLeft: (column) => (column === 0 ? 0 : PADDING),
  paddingRight: () => 0,
  paddingTop: () => 1,
  paddingBottom: () => 0.5,
};

/** Returns the contents list: the sections and appendices with their pages, in two columns. */
export function createContentsNodes(document: Document, theme: Theme): PdfNode[] {
  const { contents, contentsTitle } = document;
  const entries = listEntries(document);
  if (contents === false || entries.length === 0) return [];
  const title: TextNode = {
    text: contentsTitle,
    tag: { role: 'H2' },
    bold: true,
    fontSize: theme.text.size,
    lineHeight: 1,
    color: theme.colours.accent,
    margin: [0, theme.layout.contents.above, 0, 3],
    keepWithNext: true,
  };
  const nodes = [title, createColumns(entries, theme)];
  return [{ stack: nodes, ...(contents === 'auto' && { fromPages: CONTENTS_FROM_PAGES }) }];
}

function listEntries({ sections, appendices }: Document): Entry[] {
  return [
    ...sections.map((section) => ({ section, label: formatSectionLabel(section, false) })),
    ...appendices.map((section) => ({ section, label: formatSectionLabel(section, true) })),
  ].map(({ section: { anchor, title }, label }) => ({ text: `${label}${title}`, anchor }));
}

/** Each column is a table, so that a reader hears the first column before the second. */
function createColumns(entries: readonly Entry[], theme: Theme): ColumnsNode {
  const { gutter } = theme.layout.contents;
  const hasTwo = entries.length >= MIN_ENTRIES_OF_TWO_COLUMNS;
  const middle = hasTwo ? Math.ceil(entries.length / 2) : entries.length;
  const width = hasTwo ? (computeTextWidth(theme) - gutter) / 2 : computeTextWidth(theme);
  return {
    columns: [entries.slice(0, middle), entries.slice(middle)]
      .filter(({ length }) => length > 0)
      .map((column) => ({ ...createColumn(column, width, theme), width })),
    columnGap: gutter,
    fontSize: theme.text.small + 0.5,
    lineHeight: 1,
    tag: 'contents',
  };
}

/** The columns have fixed widths, because pdfmake lets a long word stretch others. */
function createColumn(entries: readonly Entry[], width: number, { colours, layout }: Theme): TableNode {
  const { gap } = layout.contents;
  const body = entries.map(({ text, anchor }): TextNode[] => [
    { text, linkToDestination: anchor, margin: [0, gap, 0, 0] },
    { text: '', pageReference: anchor, alignment: 'right', color: colours.soft, margin: [0, gap, 0, 0] },
  ]);
  return {
    table: { widths: [width - PADDING - NUMBER_WIDTH, NUMBER_WIDTH], body },
    layout: ROW_LAYOUT,
  };
}
