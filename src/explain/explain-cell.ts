import { getCellText, getRowLabel, TOTAL_LABEL, type DataRow, type DataSet } from '../model/data-set.js';
import type { CellExplanation, CellName, Explainable } from './explanation.js';

/** Explains a cell of a data set that holds words. Null for a cell with a figure, and for any other name. */
export function explainCell(name: string, paper: Explainable): CellExplanation | null {
  const found = findCell(name, paper);
  const cell = found?.row.cells[found.column];
  const text = cell && getCellText(cell);
  if (!found || text === undefined || text === null) return null;
  return { kind: 'cell', name, text, place: found.row.place, ...nameCell(found) };
}

/** Names the row and the column of a figure in a data set. Null for other figures. */
export function findCellName(id: string, paper: Explainable): CellName | null {
  const found = findCell(id, paper);
  return found && nameCell(found);
}

interface Found {
  set: DataSet;
  row: DataRow;
  column: string;
}

/** Finds the row and column of a name such as `data.complaints.delay.this-year`. */
function findCell(name: string, { indicators }: Explainable): Found | null {
  const [data, id = '', rowId, column = '', ...rest] = name.split('.');
  const set = indicators.dataSets[id];
  if (data !== 'data' || !set || rest.length > 0) return null;
  const rows = [...set.rows, ...(set.total ? [set.total] : []), ...set.subtotals.values()];
  const row = rows.find((candidate) => candidate.id === rowId);
  return row && set.columns.some((known) => known.id === column) ? { set, row, column } : null;
}

function nameCell({ set, row, column }: Found): CellName {
  const heading =
    set.headings.get(column) ?? set.columns.find(({ id }) => id === column)?.label.text ?? column;
  return { row: row === set.total ? TOTAL_LABEL : getRowLabel(row, set), column: heading };
}
