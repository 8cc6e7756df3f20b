import { findLineEnd, findLineStart } from '../inputs/yaml/find-line.js';
import type { AppliedEdit } from './applied-edit.js';
import { findLineBreak } from './block-text.js';
import { openGrid, type Grid, type GridRow } from './csv-grid.js';
import type { AddRowEdit, DeleteRowEdit } from './edit.js';
import { withFinalBreak } from './entry-lines.js';
import { refuse, succeed, UNSAFE, type Outcome } from './outcome.js';
import { readCell, writeCell } from './set-cell.js';

/** Adds a row to a CSV file, quoted as the row above it. */
export function addCsvRow(text: string, edit: AddRowEdit): Outcome<AppliedEdit> {
  const { file, headerRow } = edit;
  const opened = openGrid(text, headerRow);
  if (opened.refusal) return opened;
  const [header] = opened.value.rows;
  if (!header) return refuse('the file has no row of headings', 'Write the headings of the columns first.');
  const unknown = Object.keys(edit.values).find((heading) => !listHeadings(header).includes(heading));
  if (unknown !== undefined)
    return refuse(
      `the file has no column "${unknown}"`,
      `Its columns are ${listHeadings(header).join(', ')}.`,
    );
  if (Object.values(edit.values).every((value) => value.trim() === ''))
    return refuse('the row is empty', 'Fill in a cell.');
  const previous = findPrevious(opened.value, edit.after);
  if (!previous) return refuse('the row above is no longer in the file', 'Reload the page.', null);
  const written = edit.source?.lines ?? writeRow(text, previous, header, edit.values, opened.value);
  const changed = withFinalBreak(text, findLineBreak(text + written), (whole) => {
    const at = findLineEnd(whole, previous.end);
    return succeed(whole.slice(0, at) + written + whole.slice(at));
  });
  if (changed.refusal) return changed;
  const grid = openGrid(changed.value, headerRow).value;
  const added = grid?.rows.find(({ row }) => row > previous.row);
  if (!grid || !added || !isSameGrid(leaveOutRow(grid, added), opened.value)) return UNSAFE;
  const inverse: DeleteRowEdit = {
    kind: 'delete-row',
    file,
    row: added.row,
    before: readCsvRow(added, header),
    headerRow,
  };
  return succeed({ text: changed.value, inverse });
}

function findPrevious({ rows }: Grid, after: AddRowEdit['after']): GridRow | undefined {
  return after === null ? rows.at(-1) : rows.find(({ row }) => row === after);
}

function listHeadings({ cells }: GridRow): string[] {
  return cells.map((cell) => cell.trim()).filter((heading) => heading !== '');
}

function writeRow(
  text: string,
  previous: GridRow,
  header: GridRow,
  values: AddRowEdit['values'],
  { separator }: Grid,
): string {
  const cells = header.cells.map((heading, at) => {
    const value = values[heading.trim()] ?? '';
    const start = previous.starts[at];
    const isQuoted = value !== '' && start !== undefined && text[start] === '"' && previous !== header;
    return writeCell(value, isQuoted ? '"' : '', { separator });
  });
  return cells.join(separator) + findLineBreak(text);
}

/** Deletes a row of a CSV file. It can have moved, if no other row has the same cells. */
export function deleteCsvRow(text: string, edit: DeleteRowEdit): Outcome<AppliedEdit> {
  const { file, headerRow } = edit;
  const opened = openGrid(text, headerRow);
  if (opened.refusal) return opened;
  const [header, ...rows] = opened.value.rows;
  if (!header) return refuse('the row is no longer in the file', 'Reload the page.', null);
  const isSame = (row: GridRow): boolean => hasValues(readCsvRow(row, header), edit.before);
  const there = rows.find(({ row }) => row === edit.row);
  const alike = rows.filter(isSame);
  const found = there && isSame(there) ? there : alike.length === 1 ? alike[0] : undefined;
  if (!found)
    return refuse(
      'the row has changed in the file since you opened it',
      undefined,
      there ? there.cells.join(', ') : null,
    );
  let lines = '';
  const changed = withFinalBreak(text, findLineBreak(text), (whole) => {
    const start = findLineStart(whole, found.starts[0] ?? found.end);
    const end = findLineEnd(whole, found.end);
    lines = whole.slice(start, end);
    return succeed(whole.slice(0, start) + whole.slice(end));
  });
  if (changed.refusal) return changed;
  const grid = openGrid(changed.value, headerRow).value;
  if (!grid || !isSameGrid(grid, leaveOutRow(opened.value, found))) return UNSAFE;
  const previous = opened.value.rows[opened.value.rows.indexOf(found) - 1];
  const inverse: AddRowEdit = {
    kind: 'add-row',
    file,
    after: previous?.row ?? null,
    values: readCsvRow(found, header),
    headerRow,
    source: { lines, gap: '' },
  };
  return succeed({ text: changed.value, inverse });
}

/** Reads the cells of a row by their headings. Empty cells are left out. */
export function readCsvRow(row: GridRow, header: GridRow): Record<string, string> {
  return Object.fromEntries(
    header.cells.flatMap((heading, at) => {
      const value = readCell(row, at + 1);
      return heading.trim() === '' || value === '' ? [] : [[heading.trim(), value]];
    }),
  );
}

function hasValues(values: Record<string, string>, expected: Readonly<Record<string, string>>): boolean {
  const keys = new Set([...Object.keys(values), ...Object.keys(expected)]);
  return [...keys].every((key) => (values[key] ?? '') === (expected[key] ?? '').trim());
}

function leaveOutRow(grid: Grid, row: GridRow): Grid {
  return { ...grid, rows: grid.rows.filter((candidate) => candidate !== row) };
}

/** Returns true if two files have the same cells. Their rows can have other numbers. */
function isSameGrid(first: Grid, second: Grid): boolean {
  const list = ({ separator, rows }: Grid): string =>
    JSON.stringify([separator, rows.map(({ cells }) => cells)]);
  return list(first) === list(second);
}
