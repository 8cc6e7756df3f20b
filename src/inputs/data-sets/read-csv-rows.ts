import { CsvError, parse, type Info } from 'csv-parse/sync';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import { findSeparator, makeCsvOptions, prepareCsv, type CsvLayout } from './csv-layout.js';
import type { RawCell, RawRow, RawTable } from './raw-table.js';

type Row = { record: string[]; info: Info; raw: string };

/**
 * Reads a CSV file: the headings in `headerRow`, counted from 1, and a row for each line below. The heading's line decides
 * between comma, semicolon and tab. Empty lines are skipped. The value is null if the file is no table.
 */
export function readCsvRows(path: string, text: string, headerRow: number): Checked<RawTable | null> {
  const separator = findSeparator(text, headerRow);
  const { value: lines, problems } = parseRows(path, prepareCsv(text, headerRow), { separator, headerRow });
  const [header, ...body] = lines ?? [];
  if (!header)
    return { value: null, problems: problems.length > 0 ? problems : [reportNoHeader(path, headerRow)] };
  const placesOf = createPlaceFinder(path, separator);
  const headingPlaces = placesOf(header);
  const headings = header.record.map((heading, at) => ({ text: heading.trim(), place: headingPlaces(at) }));
  return {
    value: {
      path,
      headings: headings.filter((heading) => heading.text !== ''),
      rows: body.map((row) => toRow(row, headings, placesOf)),
      rowsPlace: null,
    },
    problems: [...problems, ...body.flatMap((row) => checkLength(row, headings.length, placesOf))],
  };
}

function parseRows(path: string, text: string, layout: CsvLayout): Checked<Row[] | null> {
  try {
    const rows = parse(text, { ...makeCsvOptions(layout), info: true, raw: true }) as unknown as Row[];
    return { value: rows, problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return { value: null, problems: [explainCsvError(error.code, { file: path, line, column: 1 })] };
  }
}

function explainCsvError(code: string, place: Place): Problem {
  const isQuote = code.includes('QUOTE');
  return makeError(
    'table-is-readable',
    place,
    isQuote
      ? 'a quotation mark (") is not closed, or stands inside a cell'
      : 'the file is not a table in CSV',
    {
      expected: isQuote
        ? 'quotation marks around a whole cell, and doubled inside it: "the ""first"" one"'
        : undefined,
      hint: 'Save the file from your spreadsheet as CSV (UTF-8).',
    },
  );
}

function reportNoHeader(file: string, line: number): Problem {
  return makeError('table-is-readable', { file, line, column: 1 }, 'the file has no row of headings here', {
    expected: 'the headings of the columns in one row, and a row for each entry below',
    hint: 'If the headings are further down, name their row with header-row: in a YAML file beside it.',
  });
}

type FindPlaces = (row: Row) => (at: number) => Place;

/** Returns a function that finds the places of a row's cells. A row over several lines has the place of its last line. */
function createPlaceFinder(file: string, separator: string): FindPlaces {
  return ({ info, raw }) => {
    const starts = findStarts(raw, separator);
    return (at) => ({ file, line: info.lines, column: (starts[at] ?? starts.at(-1) ?? 0) + 1 });
  };
}

/** Finds the offsets at which the cells of a row start. */
function findStarts(raw: string, separator: string): number[] {
  const starts = [0];
  for (const start of starts) {
    const end = raw[start] === '"' ? findClosingQuote(raw, start) : start;
    const next = raw.indexOf(separator, end);
    if (next >= 0) starts.push(next + 1);
  }
  return starts;
}

/** Finds the quotation mark that closes a cell. Doubled ones stand for themselves. */
function findClosingQuote(raw: string, start: number): number {
  let end = raw.indexOf('"', start + 1);
  while (end >= 0 && raw[end + 1] === '"') end = raw.indexOf('"', end + 2);
  return end < 0 ? raw.length : end;
}

function toRow(row: Row, headings: RawTable['headings'], placesOf: FindPlaces): RawRow {
  const placeOf = placesOf(row);
  return {
    name: null,
    place: placeOf(0),
    cells: new Map(
      headings.map(({ text }, at): [string, RawCell] => [
        text,
        { text: (row.record[at] ?? '').trim(), mark: null, place: placeOf(at) },
      ]),
    ),
  };
}

/** Reports cells to the right of the last heading. */
function checkLength(row: Row, width: number, placesOf: FindPlaces): Problem[] {
  const extra = row.record.findIndex((cell, at) => at >= width && cell.trim() !== '');
  if (extra < 0) return [];
  return [
    makeError(
      'table-is-readable',
      placesOf(row)(extra),
      `"${row.record[extra] ?? ''}" stands under no heading`,
      {
        expected: `${width} cells, as the headings have`,
        hint: 'A comma inside a cell needs quotation marks around the cell.',
      },
    ),
  ];
}
