import * as z from 'zod';
import { COLUMN_TYPES } from '../../model/data-set.js';
import { makeError, type Checked } from '../../model/problem.js';
import { hash } from '../../schema/hash.js';
import { describeMismatch } from '../../schema/parse-json.js';
import type { SourceReader } from '../source-reader.js';

/** The file that says what the spreadsheets in `sources.zip` were before they were cut. */
export const PACKED_TABLES = 'data/packed.json';

const column = z.strictObject({
  type: z.enum(COLUMN_TYPES).nullable(),
  places: z.int().min(0).nullable(),
});

const packedTable = z.strictObject({
  /** The spreadsheet as the author saved it. Null if its hash would reveal what the paper suppresses. */
  original: z.strictObject({ bytes: z.int().min(0), sha256: hash }).nullable(),
  /** The name of the sheet. Absent for other files than workbooks. */
  sheet: z.string().optional(),
  /** The hash of the cut file if its small counts are hidden. Null if nothing of it is hidden. */
  redacted: hash.nullable(),
  /** The type and the decimal places that all cells of a column gave it, by data set and column. */
  columns: z.record(z.string(), z.record(z.string(), column)),
});

/** The types and places that a spreadsheet had before it was cut. A rebuild must not infer them from the cells that are left. */
export type PackedTable = z.infer<typeof packedTable>;

/** The type and places of the columns of one data set. */
export type PackedColumns = PackedTable['columns'][string];

const schema = z.record(z.string(), packedTable);

/** Reads the record of cut spreadsheets, by path. A project that was not unpacked from `sources.zip` has none. */
export function readPackedTables(reader: SourceReader): Checked<ReadonlyMap<string, PackedTable>> {
  if (!reader.listNames('data').includes('packed.json')) return { value: new Map(), problems: [] };
  const { value: text, problems } = reader.text(PACKED_TABLES);
  const parsed = schema.safeParse(parse(text ?? ''));
  if (parsed.success) return { value: new Map(Object.entries(parsed.data)), problems };
  const place = { file: PACKED_TABLES, line: 1, column: 1 };
  const message = `the record of packed spreadsheets is damaged${describeMismatch(parsed.error)}`;
  const hint = 'Unpack sources.zip again. A project with its own spreadsheets needs no such file: delete it.';
  return {
    value: new Map(),
    problems: problems.length > 0 ? problems : [makeError('table-is-readable', place, message, { hint })],
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Encodes the record. Equal records give equal bytes. */
export function encodePackedTables(tables: ReadonlyMap<string, PackedTable>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(`${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`, 'utf8');
}
