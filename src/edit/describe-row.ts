import { isMap, type Document } from 'yaml';
import { readSource } from '../inputs/yaml/read-node.js';
import { openGrid } from './csv-grid.js';
import { readCsvRow } from './csv-rows.js';
import type { EditTarget } from './edit.js';
import { findSpot, openYaml } from './open-yaml.js';
import { refuse, succeed, type Outcome, type Refused } from './outcome.js';
import { readYamlRow, ROWS } from './yaml-rows.js';

/** The row of a data set that a target is in. */
export interface DescribedRow {
  /** The number of a CSV row, or the name of a YAML row. A new row can follow it. */
  row: number | string;
  /** The first text of a CSV row, or the name of a YAML row. Null if a CSV row is empty, or has the headings. */
  name: string | null;
  /** The heading of the target's column. Null if it has none. */
  column: string | null;
  /** The columns that a new row can fill: headings of a CSV file, or keys of YAML rows in order of their first use. */
  columns: string[];
  /** The texts of its cells, without empty ones. */
  values: Record<string, string>;
}

/** Describes the row that a target is in. Refuses a target that is in no row. */
export function describeRow(fileText: string, target: EditTarget): Outcome<DescribedRow> {
  const text = fileText.replace(/^\uFEFF/, '');
  if (target.kind === 'cell') return describeCsvRow(text, target);
  return target.kind === 'yaml' ? describeYamlRow(text, target) : refuseOutside();
}

function refuseOutside(): Refused {
  return refuse('this is in no row of a data set', 'Choose a cell of a table from a data set.');
}

function describeCsvRow(
  text: string,
  { row, column, headerRow }: Extract<EditTarget, { kind: 'cell' }>,
): Outcome<DescribedRow> {
  const opened = openGrid(text, headerRow);
  if (opened.refusal) return opened;
  const [header] = opened.value.rows;
  const found = opened.value.rows.find((candidate) => candidate.row === row);
  if (!header || !found) return refuse('the row is no longer in the file', 'Reload the page.');
  const columns = header.cells.map((cell) => cell.trim()).filter((heading) => heading !== '');
  const name = found.cells.find((cell) => cell.trim() !== '')?.trim();
  return succeed({
    row,
    name: found === header ? null : (name ?? null),
    column: header.cells[column - 1]?.trim() || null,
    columns,
    values: found === header ? {} : readCsvRow(found, header),
  });
}

function describeYamlRow(
  text: string,
  { path: [top, name, column] }: Extract<EditTarget, { kind: 'yaml' }>,
): Outcome<DescribedRow> {
  const opened = openYaml(text);
  if (opened.refusal) return opened;
  if (top !== ROWS || typeof name !== 'string' || !findSpot(opened.value, [ROWS, name]))
    return refuseOutside();
  return succeed({
    row: name,
    name,
    column: typeof column === 'string' ? column : null,
    columns: listColumns(opened.value),
    values: readYamlRow(opened.value, name),
  });
}

function listColumns(document: Document): string[] {
  const rows = findSpot(document, [ROWS])?.node;
  const keys = (isMap(rows) ? rows.items : []).flatMap(({ value }) =>
    isMap(value) ? value.items.map(({ key }) => readSource(key)) : [],
  );
  return [...new Set(keys)];
}
