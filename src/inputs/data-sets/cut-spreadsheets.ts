import type { DataSet } from '../../model/data-set.js';
import { groupBy } from '../../model/group-by.js';
import type { Inputs } from '../../model/inputs.js';
import type { FileHash, SourceFile } from '../../model/source-file.js';
import type { DataTable } from '../../model/template.js';
import { sha256 } from '../../sha256.js';
import { cutCsv, cutSheet } from './cut-csv.js';
import { encodePackedTables, PACKED_TABLES, type PackedTable } from './packed-tables.js';

/** The columns that a paper uses in each row of a data set, by the names of rows. */
interface UsedRows {
  set: DataSet;
  rows: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A file to pack. `cutFrom` is the spreadsheet as the author saved it; null if its hash is withheld. */
type Cut = Pick<SourceFile, 'path' | 'bytes'> & { cutFrom?: FileHash | null };

/**
 * Replaces each spreadsheet among the files of a paper by the cells that the paper uses, as CSV. A record beside them says what
 * the other cells decided, so that a rebuild gives the same paper.
 */
export function cutSpreadsheets({ files, originals, template }: Inputs, used: readonly UsedRows[]): Cut[] {
  const named = template.tables.flatMap(({ content }) =>
    content.kind === 'data' ? listNamedColumns(content) : [],
  );
  const users = groupBy(
    used.filter(({ set }) => set.spreadsheet !== null),
    ({ set }) => set.spreadsheet?.path ?? '',
  );
  const records = new Map<string, PackedTable>();
  const cut = files
    .filter(({ path }) => path !== PACKED_TABLES)
    .map((file): Cut => {
      const sets = users.get(file.path);
      if (!sets) return file;
      const kept = sets.map((one) => ({ ...one, columns: listKeptColumns(one, named) }));
      const original = originals.has(file.path) ? (originals.get(file.path) ?? null) : hashFile(file);
      const bytes = Buffer.from(cutFile(file, kept), 'utf8');
      const sheet = findSheet(kept);
      records.set(file.path, {
        original,
        ...(sheet !== undefined && { sheet }),
        redacted: file.isRedacted === true ? sha256(bytes) : null,
        columns: Object.fromEntries(kept.map(({ set, columns }) => [set.id, recordColumns(set, columns)])),
      });
      return { path: file.path, bytes, cutFrom: original };
    });
  if (records.size === 0) return cut;
  return [...cut, { path: PACKED_TABLES, bytes: encodePackedTables(records) }];
}

/** Lists the columns that an entry of `tables.yaml` names. */
function listNamedColumns({ columns, heads, sort, where, columnNotes }: DataTable): string[] {
  return [
    ...(columns ?? []),
    ...heads.flatMap((head) => head.columns),
    ...(sort ? [sort.by] : []),
    ...Object.keys(where),
    ...Object.keys(columnNotes),
  ];
}

/** Finds the sheet that a table of a workbook comes from. `figures.csv` names it, also after a rebuild. */
function findSheet(sets: readonly UsedRows[]): string | undefined {
  return sets.map(({ set }) => set.rows[0]?.place.sheet).find((sheet) => sheet !== undefined);
}

/** The hash of a file with small counts would let a reader try numbers until one fits. */
function hashFile({ bytes, original, isRedacted = false }: SourceFile): PackedTable['original'] {
  if (original) return original.content;
  return isRedacted ? null : { bytes: bytes.length, sha256: sha256(bytes) };
}

/** Lists the columns whose headings stay: those in use, and those that a definition or a table names. */
function listKeptColumns({ set, rows }: UsedRows, named: readonly string[]): ReadonlySet<string> {
  const inUse = [...rows.values()].flatMap((columns) => [...columns]);
  const names = new Set([set.key, set.groups, ...set.totals, ...named, ...inUse]);
  const kept = set.columns.filter(
    ({ id, computation }) => computation === null && (!set.isInferred || names.has(id)),
  );
  return new Set(kept.map(({ id }) => id));
}

function recordColumns(set: DataSet, kept: ReadonlySet<string>): PackedTable['columns'][string] {
  return Object.fromEntries(
    set.columns.filter(({ id }) => kept.has(id)).map(({ id, type, places }) => [id, { type, places }]),
  );
}

type Kept = UsedRows & { columns: ReadonlySet<string> };

function cutFile({ path, text }: SourceFile, sets: readonly Kept[]): string {
  const headings = new Set<string>();
  const cells = new Map<number, Set<string>>();
  for (const { set, rows, columns } of sets) {
    const headingOf = (column: string): string[] => {
      const heading = set.headings.get(column);
      return heading === undefined ? [] : [heading];
    };
    for (const heading of [...columns].flatMap(headingOf)) headings.add(heading);
    const keep = (line: number, used: Iterable<string>): void => {
      const kept = cells.get(line) ?? new Set<string>();
      for (const heading of [...used].flatMap(headingOf)) kept.add(heading);
      cells.set(line, kept);
    };
    for (const { id, place } of set.rows) {
      const used = rows.get(id);
      if (used) keep(place.line, used);
    }
    for (const [column, { place }] of Object.entries(set.statedTotals))
      if (set.rows.every(({ id }) => rows.get(id)?.has(column))) keep(place.line, [set.key, column]);
  }
  const headerRow = Math.min(...sets.map(({ set }) => set.spreadsheet?.headerRow ?? 1));
  const cut = path.endsWith('.xlsx.csv') ? cutSheet : cutCsv;
  return cut(text, { headerRow, headings, cells });
}
