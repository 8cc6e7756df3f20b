import { CsvError, parse, type Info } from 'csv-parse/sync';
import { capitalise } from '../../format/words.js';
import { shorten } from '../../model/shorten.js';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import { findSeparator, makeCsvOptions, prepareCsv, SEPARATORS, type CsvLayout } from './csv-layout.js';
import { findQuoteFault } from './find-quote-fault.js';
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
  const misfit = checkSeparator(headings);
  if (misfit) return { value: null, problems: [misfit] };
  return {
    value: {
      path,
      headings: headings.filter((heading) => heading.text !== ''),
      rows: body.map((row) => toRow(row, headings, placesOf)),
      rowsPlace: null,
    },
    problems: [...problems, ...body.flatMap((row) => checkLength(row, headings, separator, placesOf))],
  };
}

function parseRows(path: string, text: string, layout: CsvLayout): Checked<Row[] | null> {
  try {
    const rows = parse(text, { ...makeCsvOptions(layout), info: true, raw: true }) as unknown as Row[];
    return { value: rows, problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { value: null, problems: [explainCsvError(path, text, layout)] };
  }
}

function explainCsvError(file: string, text: string, { separator }: CsvLayout): Problem {
  const fault = findQuoteFault(text, separator);
  const before = text.slice(0, fault?.at ?? 0).split('\n');
  const place = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  const hint = 'Save the file from your spreadsheet as CSV (UTF-8).';
  if (!fault) return makeError('table-is-readable', place, 'the file is not a table in CSV', { hint });
  const isOpen = fault.kind === 'not closed';
  return makeError(
    'table-is-readable',
    place,
    isOpen ? 'this quotation mark (") is never closed' : 'a quotation mark (") stands inside a cell',
    {
      expected: 'quotation marks around a whole cell, and doubled inside it: "the ""first"" one"',
      hint,
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
      headings.flatMap(({ text }, at): [string, RawCell][] =>
        text === '' ? [] : [[text, { text: (row.record[at] ?? '').trim(), mark: null, place: placeOf(at) }]],
      ),
    ),
  };
}

/** Reports a cell without a heading, and a row with another separator than the headings. */
function checkLength(
  row: Row,
  headings: RawTable['headings'],
  separator: string,
  placesOf: FindPlaces,
): Problem[] {
  const { record } = row;
  const [only = ''] = record;
  if (record.length === 1 && headings.length > 1) {
    const other = SEPARATORS.find((candidate) => only.includes(candidate));
    if (other !== undefined && other !== separator && !row.raw.includes('"'))
      return [
        makeError('table-is-readable', placesOf(row)(0), 'the row has one cell', {
          expected: `${headings.length} cells, separated as the headings are`,
          hint: `The headings are separated by ${nameSeparator(separator)}, and this row by ${nameSeparator(other)}.`,
        }),
      ];
  }
  const extra = record.findIndex((cell, at) => (headings[at]?.text ?? '') === '' && cell.trim() !== '');
  if (extra < 0) return [];
  return [
    makeError(
      'table-is-readable',
      placesOf(row)(extra),
      `"${shorten(record[extra] ?? '')}" stands under no heading`,
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
