import { isTrue } from '../../ooxml/is-true.js';
import { parseXml } from '../../ooxml/parse-xml.js';
import {
  MOST_COLUMNS,
  MOST_ROWS,
  parseCellName,
  parseRange,
  type CellPosition,
  type CellRange,
} from './parse-cell-name.js';
import { unescapeText, type SheetEntry, type Workbook } from './open-workbook.js';
import { SAVE_AGAIN, UnreadableWorkbook } from './unreadable-workbook.js';
import { SHOWN_FOR, writeCellNumber } from './write-number.js';

/** A cell that is not empty. */
export interface SheetCell {
  column: number;
  /** The text; see `writeCellNumber` for numbers. */
  text: string;
  /** An error such as #DIV/0!, a formula whose result was never saved, or a number whose format is that of a date. */
  fault: 'error' | 'no-result' | 'no-date' | null;
}

export interface SheetRow {
  row: number;
  isHidden: boolean;
  cells: SheetCell[];
}

/** The cells of one sheet. Rows and columns count from 1. */
export interface Sheet {
  name: string;
  rows: SheetRow[];
  merges: CellRange[];
  /** The first and last column of each hidden group. */
  hiddenColumns: [number, number][];
}

/** Reads the cells of a sheet. Formulas are not run: the results that the workbook has are read. */
export function readSheet(workbook: Workbook, entry: SheetEntry): Sheet {
  const xml = workbook.read(entry.part);
  if (xml === null)
    throw new UnreadableWorkbook(`the sheet ${entry.name} is missing in the file`, SAVE_AGAIN);
  const reader = new SheetReader(workbook);
  parseXml(xml, reader);
  return { name: entry.name, rows: reader.rows, merges: reader.merges, hiddenColumns: reader.hiddenColumns };
}

/** Collects the rows of a sheet while its XML is parsed. */
class SheetReader {
  readonly rows: SheetRow[] = [];
  readonly merges: CellRange[] = [];
  readonly hiddenColumns: [number, number][] = [];
  private readonly texts: string[];
  private readonly formats: ReturnType<Workbook['readFormats']>;
  private readonly is1904: boolean;
  private row: SheetRow = { row: 0, isHidden: false, cells: [] };
  private column = 0;
  private type = '';
  private style = 0;
  private value = '';
  private hasFormula = false;
  private reads: 'value' | 'phonetic' | null = null;

  constructor(workbook: Workbook) {
    this.texts = workbook.readTexts();
    this.formats = workbook.readFormats();
    this.is1904 = workbook.is1904;
  }

  open = (name: string, attributes: Record<string, string>): void => {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.reads ??= 'value';
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'rPh') this.reads = 'phonetic';
    else if (name === 'col') this.openColumns(attributes);
    else if (name === 'mergeCell') {
      const range = parseRange(attributes['ref'] ?? '');
      if (range) this.merges.push(range);
    }
  };

  text = (piece: string): void => {
    if (this.reads === 'value') this.value += piece;
  };

  close = (name: string): void => {
    if (name === 'c') this.closeCell();
    else if (name === 'rPh') this.reads = null;
    else if ((name === 'v' || name === 't') && this.reads === 'value') this.reads = null;
  };

  /** A row or cell without a number follows the one before it. */
  private openRow({ r, hidden, ht }: Record<string, string>): void {
    const row = r === undefined ? this.row.row + 1 : Number(r);
    if (!Number.isInteger(row) || row <= this.row.row || row > MOST_ROWS)
      throw new UnreadableWorkbook(`the sheet has a row number that cannot be: ${r ?? row}`, SAVE_AGAIN);
    this.row = { row, isHidden: isTrue(hidden) || Number(ht) === 0, cells: [] };
    this.column = 0;
    this.rows.push(this.row);
  }

  private openColumns({ min, max, hidden, width }: Record<string, string>): void {
    if (isTrue(hidden) || Number(width) === 0) this.hiddenColumns.push([Number(min), Number(max)]);
  }

  private openCell({ r, t = 'n', s = '0' }: Record<string, string>): void {
    const { row, column } = r === undefined ? this.nextCell() : (parseCellName(r) ?? NO_CELL);
    if (row !== this.row.row || column <= this.column || column > MOST_COLUMNS)
      throw new UnreadableWorkbook(`the sheet has a cell that cannot be: ${r ?? column}`, SAVE_AGAIN);
    this.column = column;
    this.type = t;
    this.style = Number(s);
    this.value = '';
    this.hasFormula = false;
  }

  private nextCell(): CellPosition {
    return { row: this.row.row, column: this.column + 1 };
  }

  private closeCell(): void {
    const cell = this.readCell();
    if (cell.text.trim() !== '' || cell.fault !== null) this.row.cells.push({ column: this.column, ...cell });
  }

  private readCell(): Omit<SheetCell, 'column'> {
    const { type, value } = this;
    const isEmpty = value.trim() === '';
    if (this.hasFormula && isEmpty && type !== 'str') return { text: '', fault: 'no-result' };
    if (isEmpty) return { text: '', fault: null };
    switch (type) {
      case 's':
        return { text: cleanArrow(this.getText(value)), fault: null };
      case 'b':
        return { text: value.trim() === '1' ? 'TRUE' : 'FALSE', fault: null };
      case 'e':
        return { text: value, fault: 'error' };
      case 'd':
        return { text: value.replace(/T.*$/, ''), fault: null };
      case 'n': {
        const number = NUMBER.test(value) ? Number(value) : Number.NaN;
        if (!Number.isFinite(number)) return { text: value, fault: 'error' };
        const text = writeCellNumber(number, this.formats[this.style] ?? { kind: 'general' }, this.is1904);
        return text === null ? { text: value, fault: 'no-date' } : { text, fault: null };
      }
      default:
        return { text: cleanArrow(unescapeText(value)), fault: null };
    }
  }

  private getText(index: string): string {
    const text = this.texts[Number(index)];
    if (text === undefined)
      throw new UnreadableWorkbook(
        'the workbook is damaged: a cell has a text that is not there',
        SAVE_AGAIN,
      );
    return text;
  }
}

/** A number as XML has it. */
const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

const NO_CELL: CellPosition = { row: 0, column: 0 };

/** Keeps the arrow in a text apart from the one that `writeCellNumber` puts before an exact value. */
function cleanArrow(text: string): string {
  return text.includes(SHOWN_FOR) ? text.replaceAll(SHOWN_FOR, `\u00a0${SHOWN_FOR.trimStart()}`) : text;
}
