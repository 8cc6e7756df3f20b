import type { Document } from '../../model/document.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { createLineNode } from './create-line-node.js';
import { createTextRuns } from './create-text-runs.js';
import type { PdfNode, TableNode, TextNode } from './pdf-node.js';

interface FieldNodes {
  name: TextNode;
  value: TextNode;
}

/** Returns the fields under the title with a line below them, or nothing for a paper without fields. */
export function createHeaderBlock({ header }: Document, theme: Theme): PdfNode[] {
  if (header.fields.length === 0) return [];
  const { below, rule, ...sizes } = theme.layout.fields;
  const fields = header.fields.map(({ name, value }) => ({
    name: { text: name, color: theme.colours.soft, bold: true, fontSize: sizes.name },
    value: { text: createTextRuns(value, theme), fontSize: sizes.value },
  }));
  const table = header.layout === 'list' ? createFieldList(fields, sizes.column) : createFieldGrid(fields);
  return [
    { ...table, margin: [0, 0, 0, below] },
    createLineNode(theme.colours.rule, rule, computeTextWidth(theme)),
  ];
}

/** A row for each field. */
function createFieldList(fields: FieldNodes[], nameWidth: number): TableNode {
  const body = fields.map(({ name, value }): TextNode[] => [
    { ...name, tag: { role: 'TH', scope: 'Row' } },
    value,
  ]);
  return { table: { widths: [nameWidth, '*'], body }, layout: 'noBorders' };
}

/** A column for each field, with its value under its name. */
function createFieldGrid(fields: FieldNodes[]): TableNode {
  const body = [fields.map(({ name, value }) => ({ stack: [name, value] }))];
  return { table: { widths: fields.map(() => '*'), body }, layout: 'noBorders', tag: 'layout' };
}
