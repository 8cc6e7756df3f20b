import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import { shorten } from '../../model/shorten.js';
import type { Grid } from '../workbook/sheet-csv.js';
import { SHOWN_FOR } from '../workbook/write-number.js';
import { findLikelyHeadings } from './find-likely-headings.js';
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
    problems: findStrays(body, header).map(({ text, row, at, likely }) =>
      reportNoHeading(text, placeOf(row, at + 1), likely),
    ),
  };
}

/** A cell under no heading. `likely` is the row that probably has the headings. */
interface StrayCell {
  text: string;
  row: number;
  at: number;
  likely: number | null;
}

/** Finds the first cell of each row that stands under no heading. If the headings are further down, the first row is enough. */
function findStrays(body: Grid, header: readonly string[]): StrayCell[] {
  const likely = findLikelyHeadings(header, body);
  const strays = body.flatMap(({ texts, row }) => {
    const at = texts.findIndex((text, index) => text !== '' && (header[index] ?? '') === '');
    return at < 0 ? [] : [{ text: texts[at] ?? '', row, at, likely }];
  });
  return likely === null ? strays : strays.slice(0, 1);
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

function reportNoHeading(text: string, place: Place, likely: number | null): Problem {
  return makeError('table-is-readable', place, `"${shorten(text)}" stands under no heading`, {
    expected: 'a heading over each cell',
    hint:
      likely === null
        ? 'Give its column a heading, delete the cell, or hide the column. If a title stands above the headings, name their row with header-row: in a YAML file beside the workbook.'
        : `The headings seem to be in row ${likely}. Write header-row: ${likely} in a YAML file beside the workbook.`,
  });
}
