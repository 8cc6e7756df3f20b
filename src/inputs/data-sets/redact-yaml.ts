import { isMap, parseDocument, type Node, type YAMLMap } from 'yaml';
import { CONFIDENTIAL } from '../../model/disclosure.js';
import { TOTAL_ROW } from '../../model/data-set.js';
import { findEnd, removeComments, replaceNode } from '../yaml/redact-text.js';
import { applyTextEdits, type TextEdit } from '../yaml/text-edit.js';
import type { RawTable } from './raw-table.js';
import type { TableRedaction } from './table-redaction.js';

/**
 * Puts "confidential" in place of hidden cells in the rows of a data set's YAML file. Comments are removed, because they can
 * state a hidden number. Everything else stays in its line.
 */
export function redactYaml(text: string, table: RawTable, { cells, total }: TableRedaction): string {
  const bare = removeComments(text);
  const document = parseDocument(bare);
  const nameOf = (row: number): string => table.rows[row]?.name ?? '';
  const edits = cells.flatMap(({ row, heading }) =>
    replaceNode(document.getIn(['rows', nameOf(row), heading], true), CONFIDENTIAL, bare),
  );
  const rows = document.get('rows', true);
  return applyTextEdits(bare, total && isMap(rows) ? [...edits, ...writeTotals(rows, total, bare)] : edits);
}

/** Writes totals into the row of totals, or writes the row after the last one. */
function writeTotals(
  rows: YAMLMap,
  { row, cells }: NonNullable<TableRedaction['total']>,
  text: string,
): TextEdit[] {
  const written = [...cells].map(([heading, value]) => ({ heading, value: String(value ?? CONFIDENTIAL) }));
  const total = rows.get(TOTAL_ROW, true);
  if (row === null || !isMap(total)) {
    const list = written.map(({ heading, value }) => `${heading}: ${value}`).join(', ');
    return appendEntry(rows, `${TOTAL_ROW}: { ${list} }`, text);
  }
  return written.flatMap(({ heading, value }) =>
    total.has(heading)
      ? replaceNode(total.get(heading, true), value, text)
      : appendEntry(total, `${heading}: ${value}`, text),
  );
}

/** Appends an entry to a map that has some, in the style of the map. */
function appendEntry(map: YAMLMap, entry: string, text: string): TextEdit[] {
  const [first, last] = [map.items[0], map.items.at(-1)];
  // The items of a map that was read have nodes as keys and values.
  const [key, value] = [first?.key as Node | undefined, (last?.value ?? last?.key) as Node | undefined];
  if (!key?.range || !value?.range) return [];
  const end = findEnd(value.range[0], value.range[1], text);
  const lineStart = text.lastIndexOf('\n', key.range[0] - 1) + 1;
  const separator = map.flow === true ? ', ' : `\n${' '.repeat(key.range[0] - lineStart)}`;
  return [{ start: end, end, text: `${separator}${entry}` }];
}
