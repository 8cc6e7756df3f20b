import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { TOTAL_ROW, type DataSet } from '../../model/data-set.js';
import { EXEMPT_SYMBOL } from '../../model/exemption.js';
import { removeComments, replaceNode } from '../yaml/redact-text.js';
import { applyTextEdits, type TextEdit } from '../yaml/text-edit.js';
import { isExemptCell, type ExemptCells } from './exempt-cells.js';

const MARK = JSON.stringify(EXEMPT_SYMBOL);

/** The name of the row that stands for all rows of an exempt data set. */
const STAND_IN = 'exempt';

/**
 * Puts a mark in place of the exempt cells in the YAML file of a data set. Of one that is exempt as a whole, one row of marks
 * stands for all rows. Comments are removed, because they can state what is exempt. Everything else stays in its line.
 */
export function redactSetFile(text: string, set: DataSet, exempt: ExemptCells): string {
  const bare = removeComments(text);
  const document = parseDocument(bare);
  const rows = document.get('rows', true);
  const unreviewed = exempt.isWhole ? replaceNode(document.get('unreviewed', true), '[]', bare) : [];
  const edits = isMap(rows)
    ? exempt.isWhole
      ? replaceNode(rows, writeRows(rows, set, exempt), bare)
      : redactCells(rows, set, exempt, bare)
    : [];
  return applyTextEdits(bare, [...edits, ...unreviewed]);
}

function redactCells(rows: YAMLMap, set: DataSet, exempt: ExemptCells, text: string): TextEdit[] {
  const columns = new Map([...set.headings].map(([column, heading]) => [heading, column]));
  return rows.items.flatMap(({ key: row, value: cells }) => {
    if (!isMap(cells) || !isScalar(row)) return [];
    const id = String(row.value);
    return cells.items.flatMap(({ key, value }) =>
      isScalar(key) &&
      isExemptCell(exempt, id === TOTAL_ROW ? null : id, columns.get(String(key.value)), set.key)
        ? replaceNode(value, MARK, text)
        : [],
    );
  });
}

/** Writes the row of marks, and those rows that public texts name, on one line. A row keeps its key, but not its name. */
function writeRows(rows: YAMLMap, set: DataSet, exempt: ExemptCells): string {
  const headings = [...set.headings.values()];
  const keyHeading = set.headings.get(set.key) ?? '';
  const named = rows.items.flatMap(({ key, value }) => {
    const id = isScalar(key) ? String(key.value) : '';
    if (!exempt.namedRows.has(id)) return [];
    const name: unknown = isMap(value) ? value.get(keyHeading) : undefined;
    return [writeRow(id, headings, keyHeading, typeof name === 'string' ? MARK : null)];
  });
  return `{ ${[writeRow(STAND_IN, headings, keyHeading, MARK), ...named].join(', ')} }`;
}

function writeRow(id: string, headings: readonly string[], keyHeading: string, name: string | null): string {
  const cells = headings.flatMap((heading) =>
    heading === keyHeading ? (name === null ? [] : [`${heading}: ${name}`]) : [`${heading}: ${MARK}`],
  );
  return `${id}: { ${cells.join(', ')} }`;
}
