import { formatCellName } from '../../model/cell-name.js';
import { UnreadablePackage } from '../../ooxml/unreadable-package.js';
import { makeError, makeWarning, type Checked, type Place, type Problem } from '../../model/problem.js';
import { chooseSheet } from './choose-sheet.js';
import { openWorkbook } from './open-workbook.js';
import { readSheet, type Sheet, type SheetCell, type SheetRow } from './read-sheet.js';
import type { Grid } from './sheet-csv.js';
import { explainPackage } from './explain-package.js';
import { UnreadableWorkbook } from './unreadable-workbook.js';

/** The part of a workbook that an author names. */
export interface SheetChoice {
  /** The name of the sheet. Null means the only visible one. */
  sheet: string | null;
  /** The row of the headings, counted from 1. Rows above it are left out. */
  headerRow: number;
  /** True if hidden sheets, rows and columns are meant. They are left out otherwise. */
  includesHidden: boolean;
}

/** The table of a workbook: the rows from the headings on. */
export interface WorkbookTable {
  sheet: string;
  grid: Grid;
}

/** Reads the table of a workbook. The value is null if the file cannot be read. Nothing is fetched, and no formula is run. */
export function readWorkbook(
  path: string,
  bytes: Uint8Array,
  choice: SheetChoice,
): Checked<WorkbookTable | null> {
  const report = (message: string, advice: { expected?: string | undefined; hint: string | undefined }) => ({
    value: null,
    problems: [makeError('table-is-readable', { file: path, line: 1, column: 1 }, message, advice)],
  });
  try {
    const workbook = openWorkbook(bytes);
    const entry = chooseSheet(workbook.sheets, choice.sheet, choice.includesHidden);
    if ('message' in entry) return report(entry.message, entry);
    return toTable(path, readSheet(workbook, entry), choice);
  } catch (error) {
    const explained = error instanceof UnreadablePackage ? explainPackage(error) : error;
    if (!(explained instanceof UnreadableWorkbook)) throw error;
    return report(explained.message, explained);
  }
}

function toTable(path: string, sheet: Sheet, choice: SheetChoice): Checked<WorkbookTable> {
  const area = sheet.rows.filter(({ row, cells }) => row >= choice.headerRow && cells.length > 0);
  const isHidden = createHiddenColumnTest(sheet);
  const used = choice.includesHidden ? area : dropHidden(area, isHidden);
  const placeOf = (row: number, column: number): Place => ({
    file: path,
    line: row,
    column,
    sheet: sheet.name,
  });
  return {
    value: { sheet: sheet.name, grid: toGrid(used) },
    problems: [
      ...(choice.includesHidden ? [] : warnOfHidden(area, isHidden, placeOf)),
      ...findMerges(sheet, used, choice.headerRow, placeOf),
      ...used.flatMap(({ row, cells }) =>
        cells.flatMap((cell) => explainFault(cell, placeOf(row, cell.column)) ?? []),
      ),
    ],
  };
}

type IsHidden = (column: number) => boolean;

function createHiddenColumnTest({ hiddenColumns }: Sheet): IsHidden {
  return (column) => hiddenColumns.some(([first, last]) => column >= first && column <= last);
}

function dropHidden(rows: readonly SheetRow[], isHidden: IsHidden): SheetRow[] {
  return rows
    .filter((row) => !row.isHidden)
    .map((row) => ({ ...row, cells: row.cells.filter(({ column }) => !isHidden(column)) }))
    .filter(({ cells }) => cells.length > 0);
}

function toGrid(rows: readonly SheetRow[]): Grid {
  return rows.map(({ row, cells }) => {
    const texts: string[] = [];
    for (const { column, text, fault } of cells) {
      if (fault !== null) continue; // reported below
      while (texts.length < column) texts.push('');
      texts[column - 1] = text.replace(/\s*\n\s*/g, ' ').trim(); // a row is one line of CSV
    }
    return { row, texts };
  });
}

/** Warns of hidden rows and columns that have cells: an author may have forgotten them. */
function warnOfHidden(
  area: readonly SheetRow[],
  isHidden: IsHidden,
  placeOf: (row: number, column: number) => Place,
): Problem[] {
  const rows = area.filter((row) => row.isHidden).map(({ row }) => row);
  const columns = [...new Set(area.flatMap(({ cells }) => cells.map(({ column }) => column)))]
    .filter(isHidden)
    .sort((a, b) => a - b);
  const hint = 'Unhide or delete them in the workbook, or add hidden: include to a YAML file beside it.';
  const warn = (message: string, place: Place): Problem =>
    makeWarning('hidden-cells-are-meant', place, message, { hint });
  return [
    ...(rows[0] === undefined
      ? []
      : [warn(`hidden rows are left out: ${joinRanges(rows, String)}`, placeOf(rows[0], 1))]),
    ...(columns[0] === undefined
      ? []
      : [
          warn(
            `hidden columns are left out: ${joinRanges(columns, (column) => formatCellName(null, column))}`,
            placeOf(area[0]?.row ?? 1, columns[0]),
          ),
        ]),
  ];
}

/** Joins sorted numbers, neighbours as a range: "3 to 5, 9". */
function joinRanges(numbers: readonly number[], format: (number: number) => string): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .map(([first, last]) => (first === last ? format(first) : `${format(first)} to ${format(last)}`))
    .join(', ');
}

/** Reports merged cells in the table. A merged title above the headings is left out with its row. */
function findMerges(
  { merges }: Sheet,
  used: readonly SheetRow[],
  headerRow: number,
  placeOf: (row: number, column: number) => Place,
): Problem[] {
  const lastRow = used.at(-1)?.row ?? 0;
  const lastColumn = used.reduce((last, { cells }) => Math.max(last, cells.at(-1)?.column ?? 0), 0);
  const taken = new Set(used.map(({ row }) => row));
  return merges
    .filter(({ from, to }) => to.row >= headerRow && from.row <= lastRow && from.column <= lastColumn)
    .filter(({ from, to }) => hasRowIn(taken, Math.max(from.row, headerRow), to.row))
    .map(({ from, to }) =>
      makeError(
        'cells-are-single',
        placeOf(from.row, from.column),
        `the cells ${formatCellName(from.row, from.column)}:${formatCellName(to.row, to.column)} are merged`,
        {
          expected: 'a cell of its own for each row and column, from the headings on',
          hint: 'Unmerge them and fill in each cell. If they are a title, name the row of the headings with header-row: in a YAML file beside the workbook.',
        },
      ),
    );
}

function hasRowIn(rows: ReadonlySet<number>, first: number, last: number): boolean {
  if (last - first > rows.size) return [...rows].some((row) => row >= first && row <= last);
  for (let row = first; row <= last; row++) if (rows.has(row)) return true;
  return false;
}

function explainFault({ text, fault }: SheetCell, place: Place): Problem | null {
  switch (fault) {
    case null:
      return null;
    case 'error':
      return makeError('cell-has-value', place, `the cell has the error ${text}`, {
        expected: 'a value, or a word such as "not available"',
        hint: 'Correct the formula in the workbook.',
      });
    case 'no-result':
      return makeError('cell-has-value', place, 'the formula has no result in the file', {
        hint: 'Open the workbook in your spreadsheet program and save it. Formulas are not run here.',
      });
    case 'no-date':
      return makeError('cell-has-value', place, `${text} is shown as a date, but is none`, {
        hint: 'Give the cell a number format, or type a date from 1900 on.',
      });
    default:
      return fault satisfies never;
  }
}
