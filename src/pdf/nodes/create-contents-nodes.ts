import { CONTENTS_FROM_PAGES, type Document } from '../../model/document.js';
import { formatSectionLabel } from '../../model/section.js';
import type { Theme } from '../../model/theme.js';
import type { ColumnsNode, PdfNode, TableNode, TextNode } from './pdf-node.js';

interface Entry {
  text: string;
  anchor: string;
}

/** A shorter list has one column. */
const MIN_ENTRIES_OF_TWO_COLUMNS = 6;

/** Returns the contents list: the sections and appendices with their pages, in two columns. */
export function createContentsNodes(document: Document, theme: Theme): PdfNode[] {
  const { contents, contentsTitle } = document;
  const entries = listEntries(document);
  if (contents === false || entries.length === 0) return [];
  const title: TextNode = {
    text: contentsTitle,
    tag: { role: 'H2' },
    bold: true,
    fontSize: theme.headings.sub,
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
  const middle = entries.length < MIN_ENTRIES_OF_TWO_COLUMNS ? entries.length : Math.ceil(entries.length / 2);
  const columns = [entries.slice(0, middle), entries.slice(middle)]
    .filter(({ length }) => length > 0)
    .map((column) => createColumn(column, theme));
  return {
    columns,
    columnGap: theme.layout.contents.gutter,
    fontSize: theme.text.small + 0.5,
    lineHeight: 1,
    tag: 'contents',
  };
}

function createColumn(entries: readonly Entry[], { colours, layout }: Theme): TableNode {
  const { gap } = layout.contents;
  const body = entries.map(({ text, anchor }): TextNode[] => [
    { text, linkToDestination: anchor, margin: [0, gap, 0, 0] },
    { text: '', pageReference: anchor, alignment: 'right', color: colours.soft, margin: [0, gap, 0, 0] },
  ]);
  return { table: { widths: ['*', 'auto'], body }, layout: 'noBorders' };
}
