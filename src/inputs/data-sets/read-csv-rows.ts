import { capitalise } from '../../format/words.js';
import { shorten } from '../../model/shorten.js';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import { findSeparator, prepareCsv, SEPARATORS } from './csv-layout.js';
import { findLikelyHeadings } from './find-likely-headings.js';
import { findQuoteFault } from './find-quote-fault.js';
import { splitTable, type CsvRow } from './split-csv.js';
import type { RawCell, RawRow, RawTable } from './raw-table.js';

/**
 * Reads a CSV file: the headings in `headerRow`, counted from 1, and a row for each line below. The heading's line decides
 * between comma, semicolon and tab. Empty lines are skipped. The value is null if the file is no table.
 */
export function readCsvRows(path: string, text: string, headerRow: number): Checked<RawTable | null> {
  const separator = findSeparator(text, headerRow);
  const prepared = prepareCsv(text, headerRow);
  const rows = splitTable(prepared, { separator, headerRow });
  if (!rows) return { value: null, problems: [explainQuotes(path, prepared, separator)] };
  const [header, ...body] = rows;
  if (!header) return { value: null, problems: [reportNoHeader(path, headerRow)] };
  const placesOf = createPlaceFinder(path);
  const headingPlaces = placesOf(header);
  const headings = header.cells.map((heading, at) => ({ text: heading.trim(), place: headingPlaces(at) }));
  const misfit = checkSeparator(headings);
  if (misfit) return { value: null, problems: [misfit] };
  return {
    value: {
      path,
      headings: headings.filter((heading) => heading.text !== ''),
      rows: body.map((row) => toRow(row, headings, placesOf)),
      rowsPlace: null,
    },
    problems: checkLengths(body, headings, separator, placesOf),
  };
}

function explainQuotes(file: string, text: string, separator: string): Problem {
  const fault = findQuoteFault(text, separator);
  const before = text.slice(0, fault?.at ?? 0).split('\n');
  const place = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  const isOpen = fault?.kind === 'not closed';
  return makeError(
    'table-is-readable',
    place,
    isOpen ? 'this quotation mark (") is never closed' : 'a quotation mark (") stands inside a cell',
    {
      expected: 'quotation marks around a whole cell, and doubled inside it: "the ""first"" one"',
      hint: 'Save the file from your spreadsheet as CSV (UTF-8).',
    },
  );
}

/** Reports a row of headings that another character separates than the ones that spreadsheets write. */
function checkSeparator([first, ...others]: RawTable['headings']): Problem | null {
  if (!first || others.some(({ text }) => text !== '')) return null;
  if (/^"?sep=/i.test(first.text))
    return makeError('table-is-readable', first.place, 'this line is no row of headings', {
      expected: 'the headings of the columns',
      hint: 'Delete the line. The separator is found without it.',
    });
  if (!first.text.includes('|')) return null;
  return makeError('table-is-readable', first.place, 'the headings are separated by |', {
    expected: 'commas, semicolons or tabs between the cells',
    hint: 'Save the file from your spreadsheet as CSV (UTF-8).',
  });
}

function reportNoHeader(file: string, line: number): Problem {
  return makeError('table-is-readable', { file, line, column: 1 }, 'the file has no row of headings here', {
    expected: 'the headings of the columns in one row, and a row for each entry below',
    hint: 'If the headings are further down, name their row with header-row: in a YAML file beside it.',
  });
}

type FindPlaces = (row: CsvRow) => (at: number) => Place;

/** Returns a function that finds the places of a row's cells: the lines in which they start. */
function createPlaceFinder(file: string): FindPlaces {
  return ({ line, starts, breaks }) => {
    return (at) => {
      const start = starts[at] ?? starts.at(-1) ?? 0;
      const before = breaks.filter((offset) => offset < start);
      return { file, line: line + before.length, column: start - (before.at(-1) ?? -1) };
    };
  };
}

function toRow(row: CsvRow, headings: RawTable['headings'], placesOf: FindPlaces): RawRow {
  const placeOf = placesOf(row);
  const cells = new Map<string, RawCell>();
  headings.forEach(({ text }, at) => {
    if (text !== '') cells.set(text, { text: (row.cells[at] ?? '').trim(), mark: null, place: placeOf(at) });
  });
  return { name: null, place: placeOf(0), cells };
}

/** Reports rows of another length than the headings. If the headings are further down, the first row is enough. */
function checkLengths(
  body: readonly CsvRow[],
  headings: RawTable['headings'],
  separator: string,
  placesOf: FindPlaces,
): Problem[] {
  const problems = body.flatMap((row) => checkLength(row, headings, separator, placesOf));
  const [first] = problems;
  if (!first) return [];
  const texts = headings.map(({ text }) => text);
  const likely = findLikelyHeadings(
    texts,
    body.map(({ line, cells }) => ({ row: line, texts: cells })),
  );
  if (likely === null) return problems;
  const hint = `The headings seem to be in row ${likely}. Write header-row: ${likely} in a YAML file beside the spreadsheet.`;
  return [{ ...first, hint }];
}

/** Reports a cell without a heading, and a row with another separator than the headings. */
function checkLength(
  row: CsvRow,
  headings: RawTable['headings'],
  separator: string,
  placesOf: FindPlaces,
): Problem[] {
  const { cells } = row;
  const [only = ''] = cells;
  if (cells.length === 1 && headings.length > 1) {
    const other = SEPARATORS.find((candidate) => only.includes(candidate));
    if (other !== undefined && other !== separator && !only.includes('"'))
      return [
        makeError('table-is-readable', placesOf(row)(0), 'the row has one cell', {
          expected: `${headings.length} cells, separated as the headings are`,
          hint: `The headings are separated by ${nameSeparator(separator)}, and this row by ${nameSeparator(other)}.`,
        }),
      ];
  }
  const extra = cells.findIndex((cell, at) => (headings[at]?.text ?? '') === '' && cell.trim() !== '');
  if (extra < 0) return [];
  return [
    makeError(
      'table-is-readable',
      placesOf(row)(extra),
      `"${shorten(cells[extra] ?? '')}" stands under no heading`,
      {
        expected:
          extra < headings.length
            ? 'a heading over each cell'
            : `${headings.length} cells, as the headings have`,
        hint:
          extra < headings.length
            ? 'Give its column a heading, or delete the cell.'
            : `${capitalise(nameSeparator(separator))} inside a cell need quotation marks around the cell.`,
      },
    ),
  ];
}

function nameSeparator(separator: string): string {
  return { ',': 'commas', ';': 'semicolons', '\t': 'tabs' }[separator] ?? separator;
}
