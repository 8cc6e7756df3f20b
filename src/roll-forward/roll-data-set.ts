import { emptyCsv } from '../inputs/data-sets/empty-csv.js';
import type { CarryOver } from '../inputs/period-files/carry-over.js';
import { isColumnKept, type DataSet } from '../model/data-set.js';
import { rollPeriodFile, type Advance, type RolledFile } from './roll-period-file.js';

/** Makes the next period's YAML file of a data set: names of rows and kept columns stay, and other cells are emptied. */
export function rollDataSetFile(set: DataSet, text: string, advance: Advance, note: string): RolledFile {
  const isKept = (column: DataSet['columns'][number]): boolean => isColumnKept(column, set);
  const cells = set.columns.flatMap((column): [string, CarryOver][] => {
    const heading = set.headings.get(column.id);
    return heading === undefined ? [] : [[heading, { kind: isKept(column) ? 'keep' : 'fill-in' }]];
  });
  const row: CarryOver = { kind: 'fields', fields: Object.fromEntries(cells) };
  const carryOver: Record<string, CarryOver> = {
    source: { kind: set.isStanding ? 'keep' : 'empty' },
    file: { kind: 'keep' },
    sheet: { kind: 'keep' },
    hidden: { kind: 'keep' },
    'header-row': { kind: 'keep' },
    rows: { kind: 'entries', entry: row },
  };
  return rollPeriodFile({ carryOver, findExceptions: () => [] }, text, advance, note);
}

/** Makes the next period's spreadsheet of a data set. */
export function rollSpreadsheet(set: DataSet, text: string): RolledFile {
  const kept = set.columns.filter((column) => isColumnKept(column, set));
  const headings = new Set(kept.map(({ id }) => set.headings.get(id) ?? id));
  const open = set.columns.filter((column) => column.computation === null && !kept.includes(column));
  return {
    text: emptyCsv(text, set.spreadsheet?.headerRow ?? 1, headings),
    toFillIn: open.length * set.rows.length,
  };
}
