import { humanise } from '../../format/words.js';
import type { DataSet } from '../../model/data-set.js';
import { TO_COME, type Figure } from '../../model/figure.js';
import { isError, makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import type { Period } from '../../model/period.js';
import type { Scale } from '../../model/scale.js';
import { isFree } from '../../model/slugify.js';
import type { OwnUnits } from '../../model/unit.js';
import { sha256 } from '../../sha256.js';
import { normaliseDisclosure } from '../normalise-disclosure.js';
import { omitEmpty } from '../omit-empty.js';
import { PERIOD_FILES } from '../period-files/index.js';
import type { SourceReader, ValidYaml } from '../source-reader.js';
import { inferColumns, matchColumns } from './build-columns.js';
import { checkDefinition } from './check-definition.js';
import { checkMeasureCells } from './check-measure-cells.js';
import { checkCellTexts } from './check-cell-texts.js';
import { buildDataSet } from './build-data-set.js';
import { dataSetFileSchema, type RawDataSetFile } from './data-set-file-schema.js';
import type { RawDisclosure } from '../../schema/disclosure.js';
import { dataSetsSchema, type RawDataSet, type RawDataSets } from './data-sets-schema.js';
import { findHiddenCells } from './find-hidden-cells.js';
import { readCsvRows } from './read-csv-rows.js';
import { findStrayDays, listUnreviewed, NO_DETAILS, readDetails, type Details } from './read-details.js';
import { redactCsv } from './redact-csv.js';
import { removeComments } from '../yaml/redact-text.js';
import { redactYaml } from './redact-yaml.js';
import { locateHiddenCells } from './table-redaction.js';
import { readSheetRows } from './read-sheet-rows.js';
import { readSheetCsv } from '../workbook/sheet-csv.js';
import { readYamlRows } from './read-yaml-rows.js';
import type { PackedTable } from './packed-tables.js';
import type { RawTable } from './raw-table.js';
import { isWorkbook, readTable, type TableChoice } from './read-table.js';

const DEFINITIONS = 'data/datasets.yaml';

/** The definitions of a project's data sets. Null if it has none. */
export type DataSetDefinitions = ValidYaml<RawDataSets> | null;

/** Reads `data/datasets.yaml`, which is optional. */
export function readDefinitions(reader: SourceReader): Checked<DataSetDefinitions> {
  if (!reader.listNames('data').includes('datasets.yaml')) return { value: null, problems: [] };
  const { value, problems } = reader.yaml(DEFINITIONS, dataSetsSchema);
  const taken = Object.keys(value?.data.datasets ?? {}).filter((id) =>
    PERIOD_FILES.some(({ name }) => name === id),
  );
  return {
    value,
    problems: [
      ...problems,
      ...taken.map((id) =>
        makeError(
          'data-set-is-sound',
          value?.file.keyPlaceOf(['datasets', id]),
          `a data set must not be called "${id}"`,
          {
            hint: `data/…/${id}.yaml is read as another kind of file. Choose another name.`,
          },
        ),
      ),
    ],
  };
}

/** The files that a data set of their name is read from, without a YAML file. Others are spreadsheets that cannot be read. */
const SPREADSHEET = /^([a-z][a-z0-9-]*)\.(?:csv|xls[xm]|xlsx\.csv|xls|xlsb|ods|numbers)$/i;

/** The context of all data sets. */
interface Context {
  reader: SourceReader;
  definitions: DataSetDefinitions;
  scales: readonly Scale[];
  /** Returns true if the paper may show small counts all the same. */
  mayShow: (disclosure: RawDisclosure) => boolean;
  /** The measures with one value in each period, by name. Null if only the shape of the files matters. */
  measureNames: readonly string[] | null;
  ownUnits: OwnUnits;
  /** The spreadsheets that were cut, by path. */
  packedTables: ReadonlyMap<string, PackedTable>;
}

/**
 * Reads the data sets of several periods, oldest first. A spreadsheet without a definition is read only if the paper mentions
 * its name, because a folder may hold other spreadsheets.
 */
export function readDataSets(
  context: Context,
  periods: readonly Period[],
  isMentioned: (id: string) => boolean,
): Checked<DataSet[]> {
  const defined = Object.keys(context.definitions?.data.datasets ?? {});
  const sets: Checked<DataSet | null>[] = [];
  const newest = new Map<string, DataSet>();
  for (const period of periods) {
    const files = context.reader.listNames(`data/${period.id}`);
    const named = listNamedFiles(defined, period, files, context.reader);
    const spreadsheets = files.flatMap((name) =>
      named.has(name) ? [] : (SPREADSHEET.exec(name)?.[1] ?? []),
    );
    for (const id of new Set([...defined, ...spreadsheets.filter(isMentioned)])) {
      const set = readDataSet(id, period, files, { ...context, earlier: newest.get(id) ?? null });
      sets.push(set);
      if (set.value) newest.set(id, set.value);
    }
  }
  const value = sets.flatMap((set) => set.value ?? []);
  return {
    value,
    problems: [...sets.flatMap(({ problems }) => problems), ...findSharedFiles(value)],
  };
}

/** Lists the spreadsheets that the YAML files of data sets name. They are no data sets of their own. */
function listNamedFiles(
  ids: readonly string[],
  period: Period,
  files: readonly string[],
  reader: SourceReader,
): Set<string> {
  const names = ids
    .filter((id) => files.includes(`${id}.yaml`))
    .map((id) => reader.yaml(`data/${period.id}/${id}.yaml`, dataSetFileSchema).value?.data.file);
  return new Set(names.filter((name) => name !== undefined));
}

/** Finds a spreadsheet of two data sets, of which one hides small counts: the other would show them. */
function findSharedFiles(sets: readonly DataSet[]): Problem[] {
  const first = new Map<string, DataSet>();
  return sets.flatMap((set) => {
    const path = set.spreadsheet?.path;
    const other = path === undefined ? undefined : first.get(path);
    if (path !== undefined && !other) first.set(path, set);
    if (!other || (!set.disclosure && !other.disclosure)) return [];
    return [
      makeError(
        'hidden-counts-stay-hidden',
        set.place,
        `the data sets ${other.id} and ${set.id} read the same file, and small counts of it are hidden`,
        { hint: 'Give each data set a file of its own, or make one data set of the two.' },
      ),
    ];
  });
}

/** The context of one data set. `earlier` is the newest one of the same name before it. */
type SetContext = Context & { earlier: DataSet | null };

function readDataSet(
  id: string,
  period: Period,
  files: readonly string[],
  context: SetContext,
): Checked<DataSet | null> {
  const folder = `data/${period.id}`;
  if (files.includes(`${id}.yaml`)) return readFromYaml(id, period, `${folder}/${id}.yaml`, context);
  const [name, other] = listSpreadsheets(id, files);
  if (name === undefined) return { value: null, problems: [] };
  const problem =
    checkId(id, folder, name) ??
    (other === undefined ? checkKind(folder, name) : reportTwo(folder, name, other));
  if (problem) return { value: null, problems: [problem] };
  return readSpreadsheet(
    id,
    period,
    { path: `${folder}/${name}`, headerRow: 1, details: NO_DETAILS },
    context,
  );
}

/** Lists the spreadsheets of a data set's name. A CSV file stands for a workbook only if there is none. */
function listSpreadsheets(id: string, files: readonly string[]): string[] {
  const names = files.filter((name) => SPREADSHEET.exec(name)?.[1] === id);
  const standIn = `${id}.xlsx.csv`;
  if (!names.includes(standIn)) return names;
  const others = names.filter((name) => name !== standIn);
  return others.length > 0 ? others : [`${id}.xlsx`];
}

function checkId(id: string, folder: string, name: string): Problem | null {
  if (isFree(id)) return null;
  return makeError(
    'data-set-is-sound',
    { file: `${folder}/${name}`, line: 1, column: 1 },
    `a data set must not be called "${id}"`,
    { hint: 'Give the file another name: this one is reserved.' },
  );
}

function checkKind(folder: string, name: string): Problem | null {
  if (/\.(?:csv|xls[xm])$/.test(name)) return null;
  const place = { file: `${folder}/${name}`, line: 1, column: 1 };
  return /\.(?:csv|xls[xm])$/i.test(name)
    ? makeError('table-is-readable', place, 'the ending of the name has capitals', {
        hint: `Call the file ${name.toLowerCase()}.`,
      })
    : makeError('table-is-readable', place, 'a spreadsheet of this kind is not read', {
        expected: 'a CSV file or an Excel workbook (.xlsx)',
        hint: 'Open it in your spreadsheet program, save it as an Excel workbook (.xlsx), and delete this file.',
      });
}

function reportTwo(folder: string, name: string, other: string): Problem {
  const place = { file: `${folder}/${other}`, line: 1, column: 1 };
  return makeError('table-is-readable', place, `${name} and ${other} are both files of one data set`, {
    hint: 'Delete one, or name the one to read with file: in a YAML file beside them.',
  });
}

function readFromYaml(
  id: string,
  period: Period,
  path: string,
  context: SetContext,
): Checked<DataSet | null> {
  const opened = context.reader.yaml(path, dataSetFileSchema);
  if (!opened.value) return { value: null, problems: opened.problems };
  const { data } = opened.value;
  const problem = checkContents(opened.value);
  if (problem) return { value: null, problems: [...opened.problems, problem] };
  const details = readDetails(id, opened.value);
  const rows = data.file === undefined ? readYamlRows(opened.value) : null;
  const set =
    rows !== null
      ? build(id, period, rows, { ...details.value, spreadsheet: null }, context)
      : readSpreadsheet(
          id,
          period,
          {
            path: `data/${period.id}/${data.file ?? ''}`,
            headerRow: data['header-row'] ?? 1,
            details: details.value,
            sheet: data.sheet ?? null,
            includesHidden: data.hidden === 'include',
          },
          context,
        );
  const spreadsheet = set.value?.spreadsheet?.path;
  if (spreadsheet !== undefined && isRedacted(spreadsheet, context))
    context.reader.redact(path, removeComments(opened.value.file.text));
  const unreviewed = set.value && listUnreviewed(opened.value, set.value);
  const strays = set.value ? findStrayDays(opened.value, set.value) : [];
  return {
    value: set.value && { ...set.value, unreviewed: unreviewed?.value ?? [] },
    problems: [
      ...opened.problems,
      ...details.problems,
      ...(rows ? checkCellTexts(rows) : []),
      ...set.problems,
      ...(unreviewed?.problems ?? []),
      ...strays,
    ],
  };
}

/** A file has either rows or the name of a spreadsheet. */
function checkContents({ data, file }: ValidYaml<RawDataSetFile>): Problem | null {
  const misplaced = (['sheet', 'hidden'] as const).find((key) => data[key] !== undefined);
  if (misplaced !== undefined && !isWorkbook(data.file ?? ''))
    return makeError('key-fits', file.keyPlaceOf([misplaced]), `only a workbook takes ${misplaced}:`, {
      expected: 'file: with the name of an Excel workbook (.xlsx)',
    });
  if ((data.rows === undefined) !== (data.file === undefined)) return null;
  const expected = 'either rows:, or file: with the name of a spreadsheet beside this file';
  return data.rows === undefined
    ? makeError('key-is-present', file.placeOf([]), 'the file has no rows', { expected })
    : makeError('key-fits', file.keyPlaceOf(['file']), 'the file has rows and names a spreadsheet', {
        expected,
      });
}

/** A spreadsheet, how to read it, and what the author says about it. */
type SpreadsheetChoice = Omit<TableChoice, 'textPath' | 'packedSheet'> & { details: Details };

function readSpreadsheet(
  id: string,
  period: Period,
  { details, ...choice }: SpreadsheetChoice,
  context: SetContext,
): Checked<DataSet | null> {
  const { path, headerRow } = choice;
  const textPath = `data/${period.id}/${id}.xlsx.csv`;
  const packedSheet = context.packedTables.get(textPath)?.sheet;
  const table = readTable(context.reader, { ...choice, textPath, packedSheet });
  if (!table.value) return { value: null, problems: table.problems };
  const spreadsheet = { path: isWorkbook(path) ? textPath : path, headerRow };
  const set = build(id, period, table.value, { ...details, spreadsheet }, context);
  return { value: set.value, problems: [...table.problems, ...set.problems] };
}

function build(
  id: string,
  period: Period,
  table: RawTable,
  { spreadsheet, ...details }: Details & Pick<DataSet, 'spreadsheet'>,
  context: SetContext,
): Checked<DataSet | null> {
  const { definitions, scales, ownUnits, measureNames, earlier, packedTables } = context;
  const raw: RawDataSet = definitions?.data.datasets[id] ?? {};
  const record = packedTables.get(spreadsheet?.path ?? table.path) ?? null;
  const packed = record?.columns[id] ?? null;
  const known = { scales, ownUnits, earlier, packed };
  const matched =
    raw.columns && definitions
      ? matchColumns(id, raw, definitions, table, known)
      : inferColumns(table, known);
  const { columns } = matched.value;
  const key = raw.key ?? columns.find(({ computation }) => computation === null)?.id;
  const place = { file: table.path, line: 1, column: 1 };
  if (key === undefined)
    return {
      value: null,
      problems: [
        ...matched.problems,
        makeError('column-exists', place, 'the data set has no columns', {
          expected: `rows with cells, or columns: of ${id} in data/datasets.yaml`,
        }),
      ],
    };
  const owner = details.owner ?? raw.owner ?? null;
  const stated = details.source ?? raw.source ?? `${table.path.split('/').at(-1) ?? ''}, ${period.label}`;
  const set = buildDataSet(
    {
      id,
      period,
      title:
        raw.title !== undefined && definitions
          ? definitions.file.markupAt(['datasets', id, 'title'])
          : { text: humanise(id), place },
      key,
      groups: raw.groups ?? null,
      totals: raw.totals ?? [],
      spreadsheet,
      isInferred: !raw.columns,
      carry: raw.standing === true ? 'keep' : (raw.carry ?? 'names'),
      disclosure: raw.disclosure ? normaliseDisclosure(raw.disclosure) : null,
      source: stated,
      owner,
      due: details.due,
      span:
        typeof details.span === 'object' && details.span !== null
          ? { ...details.span, ...omitEmpty({ owner, due: details.due }) }
          : details.span,
      toCome: table.rowsPlace
        ? makeSetToCome(id, table.rowsPlace, { source: stated, owner, due: details.due })
        : null,
      unreviewed: [],
      place,
    },
    table,
    matched.value,
    packed,
  );
  const named = definitions ? checkDefinition(id, raw, definitions, set.value) : [];
  const measureCells = measureNames ? checkMeasureCells(set.value, measureNames) : [];
  const problems = [...matched.problems, ...set.problems, ...measureCells, ...named];
  if (problems.some(isError)) return { value: named.length > 0 ? null : set.value, problems };
  if (!raw.disclosure || context.mayShow(raw.disclosure)) return { value: set.value, problems };
  const redacted =
    record && isRedactedBefore(set.value, record, context.reader)
      ? null
      : redactTable(set.value, table, context.reader);
  return redacted
    ? build(id, period, redacted, { ...details, spreadsheet }, context)
    : { value: set.value, problems };
}

/**
 * Returns true if a spreadsheet is a redacted one from `sources.zip`, and marks it as such. Its small counts are hidden already, and
 * the numbers that decided what to hide beside them are no longer all there.
 */
function isRedactedBefore(
  { spreadsheet }: DataSet,
  { redacted }: PackedTable,
  reader: SourceReader,
): boolean {
  const file = reader.files.find(({ path }) => path === spreadsheet?.path);
  if (!file || sha256(file.bytes) !== redacted) return false;
  reader.redact(file.path, file.text);
  return true;
}

/**
 * Takes small counts, and what would reveal them, out of the file of a data set. Returns the table that the file has then, from
 * which the data set is built again: so a paper never has more than its packed sources. Null if there is nothing to take out.
 */
function redactTable(set: DataSet, table: RawTable, reader: SourceReader): RawTable | null {
  const path = set.spreadsheet?.path ?? table.path;
  const hidden = findHiddenCells(set);
  if (hidden.cells.length === 0 && hidden.totals.size === 0) return null;
  const file = reader.files.find((known) => known.path === path);
  if (!file || file.isRedacted === true) throw new Error(`numbers to hide are still in ${path}`);
  const redaction = locateHiddenCells(hidden, set, table);
  if (set.spreadsheet === null) {
    reader.redact(path, redactYaml(file.text, table, redaction));
    const { value } = reader.yaml(path, dataSetFileSchema);
    if (!value) throw new Error(`the redacted ${path} is not readable`);
    return readYamlRows(value);
  }
  const { headerRow } = set.spreadsheet;
  reader.redact(path, redactCsv(file.text, headerRow, redaction));
  const text = reader.spreadsheet(path).value ?? '';
  const sheet = table.headings[0]?.place.sheet;
  const { value } =
    sheet === undefined
      ? readCsvRows(path, text, headerRow)
      : readSheetRows(readSheetCsv(text) ?? [], { path: table.path, sheet, headerRow });
  if (!value) throw new Error(`the redacted ${path} is not readable`);
  return value;
}

function isRedacted(path: string, { reader }: Context): boolean {
  return reader.files.some((file) => file.path === path && file.isRedacted === true);
}

/** Makes the figure that stands for the rows of a data set while all of them are to come. */
function makeSetToCome(
  id: string,
  place: Place,
  { source, owner, due }: Pick<DataSet, 'source' | 'owner' | 'due'>,
): Figure {
  const label = `Rows of ${id.replaceAll('-', ' ')}`;
  return {
    id: `data.${id}.rows`,
    label,
    value: null,
    unit: 'count',
    reason: TO_COME,
    place,
    source,
    ...omitEmpty({ owner, due }),
  };
}
