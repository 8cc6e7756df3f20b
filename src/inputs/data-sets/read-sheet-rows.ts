import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import { shorten } from '../../model/shorten.js';
import type { Grid } from '../workbook/sheet-csv.js';
import { SHOWN_FOR } from '../workbook/write-number.js';
import type { RawCell, RawTable } from './raw-table.js';

/** Where a grid comes from, for messages. */
interface GridSource {
  /** The path of the workbook. */
  path: string;
  sheet: string;
  /** The row of the headings, counted from 1. */
  headerRow: number;
}

/** Reads the table of a sheet: the headings in their row, and a row for each row below that is not empty. */
export function readSheetRows(grid: Grid, { path, sheet, headerRow }: GridSource): Checked<RawTable | null> {
  const placeOf = (row: number, column: number): Place => ({ file: path, line: row, column, sheet });
  const header = (grid.find(({ row }) => row === headerRow)?.texts ?? []).map(readHeading);
  const body = grid.filter(({ row, texts }) => row > headerRow && texts.some((text) => text !== ''));
  if (header.every((text) => text === ''))
    return { value: null, problems: [reportNoHeader(placeOf(headerRow, 1))] };
  const headings = header.flatMap((text, at) => (text === '' ? [] : [{ text, at }]));
  return {
    value: {
      path,
      rowsPlace: null,
      headings: headings.map(({ text, at }) => ({ text, place: placeOf(headerRow, at + 1) })),
      rows: body.map(({ texts, row }) => ({
        name: null,
        place: placeOf(row, 1),
        cells: new Map(
          headings.map(({ text, at }) => [text, readCell(texts[at] ?? '', placeOf(row, at + 1))]),
        ),
      })),
    },
    problems: body.flatMap(({ texts, row }) => {
      const extra = texts.findIndex((text, at) => text !== '' && (header[at] ?? '') === '');
      return extra < 0 ? [] : [reportNoHeading(texts[extra] ?? '', placeOf(row, extra + 1))];
    }),
  };
}

/** A heading may be broken over lines, and may be a date. */
export function readHeading(text: string): string {
  return splitShown(text).shown.replace(/\s+/g, ' ').trim();
}

function readCell(text: string, place: Place): RawCell {
  const { exact, shown } = splitShown(text);
  return { text: exact, mark: null, place, ...(shown !== exact && { shown }) };
}

/** The exact value of a cell, after what the sheet shows. */
const EXACT = /^-?£?\d+(?:\.\d+)?%?$|^\d{4}-\d\d-\d\d$/;

/** Splits "64% ← 64.37%", as `writeCellNumber` writes it. */
function splitShown(text: string): { shown: string; exact: string } {
  const at = text.lastIndexOf(SHOWN_FOR);
  const exact = text.slice(at + SHOWN_FOR.length);
  return at >= 0 && EXACT.test(exact) ? { shown: text.slice(0, at), exact } : { shown: text, exact: text };
}

function reportNoHeader(place: Place): Problem {
  return makeError('table-is-readable', place, 'the sheet has no row of headings here', {
    expected: 'the headings of the columns in one row, and a row for each entry below',
    hint: 'If the headings are further down, name their row with header-row: in a YAML file beside the workbook.',
  });
}

function reportNoHeading(text: string, place: Place): Problem {
  return makeError('table-is-readable', place, `"${shorten(text)}" stands under no heading`, {
    expected: 'a heading over each cell',
    hint: 'Give its column a heading, delete the cell, or hide the column. If a title stands above the headings, name their row with header-row: in a YAML file beside the workbook.',
  });
}
