import type { Checked, Problem } from '../../model/problem.js';
import type { SourceReader } from '../source-reader.js';
import { checkCellCharacters, checkCellTexts } from './check-cell-texts.js';
import type { RawTable } from './raw-table.js';
import { readCsvRows } from './read-csv-rows.js';
import { readSheetRows } from './read-sheet-rows.js';
import { reportOtherKind } from './recognise-text.js';

/** A spreadsheet and how to read it. */
export interface TableChoice {
  path: string;
  /** The path of a workbook's text among the files. */
  textPath: string;
  /** The row of the headings, counted from 1. */
  headerRow: number;
  /** Only in a workbook: the name of the sheet, or null for the only one; and whether hidden cells are meant. */
  sheet?: string | null;
  includesHidden?: boolean;
  /** The sheet that the text of a workbook comes from, if only the text is left. */
  packedSheet?: string | undefined;
}

/** Reads the table of a CSV file or a workbook. The value is null if the file cannot be read. */
export function readTable(reader: SourceReader, choice: TableChoice): Checked<RawTable | null> {
  return isWorkbook(choice.path) ? readSheetTable(reader, choice) : readCsvTable(reader, choice);
}

function readCsvTable(reader: SourceReader, { path, headerRow }: TableChoice): Checked<RawTable | null> {
  const content = reader.spreadsheet(path);
  if (content.value === null) return { value: null, problems: content.problems };
  const otherKind = reportOtherKind(path, content.value);
  if (otherKind) return { value: null, problems: [otherKind] };
  const table = readCsvRows(path, content.value, headerRow);
  return withCheckedCells(table.value, [...content.problems, ...table.problems]);
}

function readSheetTable(
  reader: SourceReader,
  { path, textPath, headerRow, sheet = null, includesHidden = false, packedSheet }: TableChoice,
): Checked<RawTable | null> {
  const content = reader.workbook(path, textPath, { sheet, headerRow, includesHidden });
  if (content.value === null) return { value: null, problems: content.problems };
  const { grid, sheet: name } = content.value;
  const table = readSheetRows(grid, { path, sheet: name || (packedSheet ?? ''), headerRow });
  return withCheckedCells(table.value, [...content.problems, ...table.problems]);
}

function withCheckedCells(value: RawTable | null, problems: Problem[]): Checked<RawTable | null> {
  return {
    value,
    problems: value ? [...problems, ...checkCellTexts(value), ...checkCellCharacters(value)] : problems,
  };
}

export function isWorkbook(path: string): boolean {
  return /\.xls[xm]$/i.test(path);
}
