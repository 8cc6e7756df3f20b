import { isMap } from 'yaml';
import { emptyCsv } from '../inputs/data-sets/empty-csv.js';
import type { CarryOver, CarryOverException } from '../inputs/period-files/carry-over.js';
import { isColumnKept, isReviewed, type DataSet } from '../model/data-set.js';
import { listDoneRows } from '../model/sort-promises.js';
import { formatReviewList } from './put-review-list.js';
import { rollPeriodFile, type Advance, type RolledFile } from './roll-period-file.js';
import { parseTopMap } from './yaml-entries.js';

/**
 * Makes the next period's YAML file of a data set. Names of rows and kept columns stay, and other cells are emptied, unless the
 * definition says otherwise. Rows that are done are left out of a set that is reviewed.
 */
export function rollDataSetFile(set: DataSet, text: string, advance: Advance, note: string): RolledFile {
  const isWhole = set.carry === 'keep' || set.carry === 'review';
  const carryOver: Record<string, CarryOver> = {
    source: { kind: isWhole ? 'keep' : 'empty' },
    owner: { kind: 'keep' },
    due: { kind: 'empty' },
    from: { kind: set.carry === 'keep' ? 'keep' : 'empty' },
    to: { kind: set.carry === 'keep' ? 'keep' : 'empty' },
    file: { kind: 'keep' },
    sheet: { kind: 'keep' },
    hidden: { kind: 'keep' },
    'header-row': { kind: 'keep' },
    unreviewed: { kind: 'keep' },
    rows: set.carry === 'empty' ? { kind: 'fill-in' } : { kind: 'entries', entry: declareRow(set) },
  };
  const dropped = listRowsToDrop(set, text);
  const names = set.rows.map(({ id }) => id).filter((id) => !dropped.includes(id));
  return rollPeriodFile(
    { carryOver, findExceptions: () => dropped.map(dropRow) },
    text,
    advance,
    note,
    isReviewed(set) ? { before: set.spreadsheet ? 'file' : 'rows', names } : null,
  );
}

function declareRow(set: DataSet): CarryOver {
  const cells = set.columns.flatMap((column): [string, CarryOver][] => {
    const heading = set.headings.get(column.id);
    return heading === undefined ? [] : [[heading, { kind: isColumnKept(column, set) ? 'keep' : 'fill-in' }]];
  });
  return { kind: 'fields', fields: Object.fromEntries(cells) };
}

function dropRow(id: string): CarryOverException {
  return { path: ['rows', id], carryOver: { kind: 'drop' } };
}

/** Lists the rows that are done. A file with its rows inside braces keeps them, because they have no lines of their own. */
function listRowsToDrop(set: DataSet, text: string): string[] {
  const rows = parseTopMap(text)?.get('rows');
  return set.carry === 'review' && isMap(rows) && rows.flow !== true ? [...listDoneRows(set)] : [];
}

/** Makes the next period's spreadsheet of a data set. */
export function rollSpreadsheet(set: DataSet, text: string): RolledFile {
  const kept = set.columns.filter((column) => isColumnKept(column, set));
  const headings = new Set(kept.map(({ id }) => set.headings.get(id) ?? id));
  const open = set.columns.filter((column) => column.computation === null && !kept.includes(column));
  return {
    text: emptyCsv(text, set.spreadsheet?.headerRow ?? 1, headings, set.carry !== 'empty'),
    toFillIn: set.carry === 'empty' ? 1 : open.length * set.rows.length,
  };
}

/** Makes the file beside a spreadsheet that lists its rows for review. */
export function makeReviewFile({ id, rows, spreadsheet }: DataSet): RolledFile {
  const names = rows.map((row) => row.id);
  const file = spreadsheet?.path.split('/').at(-1) ?? `${id}.csv`;
  return { text: `${formatReviewList(names)}file: ${file}\n`, toFillIn: 0 };
}
