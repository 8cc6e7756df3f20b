import { parseLastDay } from '../format/parse-days.js';
import { getCellText, type DataRow, type DataSet } from './data-set.js';
import type { PromiseOutcome } from './promise-outcomes.js';

/** The rows of a data set by what has become of them. Rows that an earlier period reports as done are in none of the lists. */
export type SortedPromises = Record<PromiseOutcome, DataRow[]>;

/**
 * Sorts the rows of a data set with days due by what has become of them by `day`, that of the meeting. `before` is the same data
 * set of the period before it, if there is one. Returns null for a data set without days due.
 */
export function sortPromises(set: DataSet, before: DataSet | null, day: string): SortedPromises | null {
  const due = findColumn(set, 'due');
  if (due === null) return null;
  const done = findColumn(set, 'done');
  const wasDone = before ? listDoneRows(before) : new Set<string>();
  const sorted: SortedPromises = { kept: [], late: [], overdue: [], open: [], dropped: [] };
  for (const row of set.rows) {
    const dueDay = parseLastDay(readText(row, due));
    if (done !== null && readText(row, done) !== '') {
      const doneDay = parseLastDay(readText(row, done));
      const isLate = dueDay !== null && doneDay !== null && doneDay > dueDay;
      if (!wasDone.has(row.id)) sorted[isLate ? 'late' : 'kept'].push(row);
    } else sorted[dueDay !== null && dueDay < day ? 'overdue' : 'open'].push(row);
  }
  return { ...sorted, dropped: before && set.toCome === null ? listDropped(set, before, wasDone) : [] };
}

/** Lists the names of the rows that are done. */
export function listDoneRows(set: DataSet): Set<string> {
  const done = findColumn(set, 'done');
  return new Set(
    done === null ? [] : set.rows.filter((row) => readText(row, done) !== '').map(({ id }) => id),
  );
}

/** Lists the rows of the earlier period that were not done and are gone. */
function listDropped({ rows }: DataSet, before: DataSet, wasDone: ReadonlySet<string>): DataRow[] {
  const left = new Set(rows.map(({ id }) => id));
  return before.rows.filter(({ id }) => !left.has(id) && !wasDone.has(id));
}

function findColumn({ columns }: DataSet, role: 'due' | 'done'): string | null {
  return columns.find((column) => column.role === role)?.id ?? null;
}

function readText({ cells }: DataRow, column: string): string {
  const cell = cells[column];
  return (cell && getCellText(cell)) ?? '';
}
