import { writeCsvRow } from '../inputs/data-sets/csv-layout.js';
import { applyTextEdits } from '../inputs/yaml/text-edit.js';
import type { EditTarget, SetEdit } from './edit.js';
import { openGrid, type Grid, type GridRow } from './csv-grid.js';
import { refuse, succeed, UNSAFE, type Outcome } from './outcome.js';
import type { SetText } from './set-yaml.js';

type CellTarget = Extract<EditTarget, { kind: 'cell' }>;

/** Sets a cell of a CSV file. */
export function setCell(
  text: string,
  { row, column, headerRow }: CellTarget,
  edit: Pick<SetEdit, 'before' | 'after' | 'source'>,
): Outcome<SetText> {
  const opened = openGrid(text, headerRow);
  if (opened.refusal) return opened;
  const found = opened.value.rows.find((candidate) => candidate.row === row);
  if (!found) return refuse('the row is no longer in the file', 'Reload the page.', null);
  const current = readCell(found, column);
  if (current !== edit.before)
    return refuse('the cell has changed in the file since you opened it', undefined, current);
  const after = edit.after.replaceAll(/\r\n?/g, '\n').trim();
  const source = text.slice(...findRange(found, column));
  if (after === current) return succeed({ text, after, source });
  for (const written of [edit.source, writeCell(after, source, opened.value)]) {
    if (written === undefined) continue;
    const changed = applyTextEdits(text, [planCell(found, column, written, opened.value)]);
    if (isSet(changed, opened.value, { row, column, headerRow, after }))
      return succeed({ text: changed, after, source });
  }
  return UNSAFE;
}

/** Reads a cell as the paper does: without white space around it. A row can end before the cell. */
export function readCell({ cells }: GridRow, column: number): string {
  return (cells[column - 1] ?? '').replaceAll('\r\n', '\n').trim();
}

function findRange({ starts, ends, end }: GridRow, column: number): [number, number] {
  return [starts[column - 1] ?? end, ends[column - 1] ?? end];
}

/** A short row gets the separators up to the cell. */
function planCell(
  row: GridRow,
  column: number,
  written: string,
  { separator }: Grid,
): { start: number; end: number; text: string } {
  const [start, end] = findRange(row, column);
  const missing = Math.max(0, column - row.cells.length);
  return { start, end, text: separator.repeat(missing) + written };
}

/** Writes a cell in quotation marks if it had them, or needs them. */
export function writeCell(after: string, old: string, { separator }: Pick<Grid, 'separator'>): string {
  const typed = old.includes('\r\n') ? after.replaceAll('\n', '\r\n') : after;
  return old.startsWith('"') ? `"${typed.replaceAll('"', '""')}"` : writeCsvRow([typed], separator);
}

/** Returns true if the new text reads as the old one with the new text in the cell. */
function isSet(
  changed: string,
  old: Grid,
  {
    row,
    column,
    headerRow,
    after,
  }: { row: number; column: number; headerRow: number | undefined; after: string },
): boolean {
  const { value } = openGrid(changed, headerRow);
  if (value?.separator !== old.separator || value.rows.length !== old.rows.length) return false;
  return value.rows.every((newRow, index) => {
    const oldRow = old.rows[index];
    if (newRow.row !== oldRow?.row) return false;
    const columns = Math.max(newRow.cells.length, oldRow.cells.length);
    return Array.from({ length: columns }, (_, at) => at + 1).every((at) =>
      newRow.row === row && at === column
        ? readCell(newRow, at) === after
        : (newRow.cells[at - 1] ?? '') === (oldRow.cells[at - 1] ?? ''),
    );
  });
}
