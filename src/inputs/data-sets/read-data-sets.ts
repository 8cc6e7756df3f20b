import { join } from 'node:path';
import { humanise } from '../../format/words.js';
import type { DataSet } from '../../model/data-set.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { periodLabel, type Period } from '../../model/period.js';
import type { Scale } from '../../model/scale.js';
import { listFileNames, listYamlNames } from '../list-files.js';
import { PERIOD_FILES } from '../period-files/index.js';
import type { SourceReader, ValidYaml } from '../source-reader.js';
import { inferColumns, matchColumns } from './build-columns.js';
import { checkDefinition } from './check-definition.js';
import { buildDataSet } from './build-data-set.js';
import { dataSetFileSchema, type RawDataSetFile } from './data-set-file-schema.js';
import { dataSetsSchema, type RawDataSet, type RawDataSets } from './data-sets-schema.js';
import { readCsvRows } from './read-csv-rows.js';
import { readYamlRows } from './read-yaml-rows.js';
import type { RawTable } from './raw-table.js';

const DEFINITIONS = 'data/datasets.yaml';

/** The definitions of a project's data sets. Null if it has none. */
export type DataSetDefinitions = ValidYaml<RawDataSets> | null;

/** Reads `data/datasets.yaml`, which is optional. */
export function readDefinitions(reader: SourceReader): Checked<DataSetDefinitions> {
  if (!listYamlNames(join(reader.root, 'data')).includes('datasets')) return { value: null, problems: [] };
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

/** The context of all data sets. */
interface Context {
  reader: SourceReader;
  definitions: DataSetDefinitions;
  scales: readonly Scale[];
}

/**
 * Reads the data sets of several quarters, oldest first. A spreadsheet without a definition is read only if the paper mentions
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
    const files = listFileNames(join(context.reader.root, 'data', period));
    const spreadsheets = files.flatMap((name) => /^([a-z][a-z0-9-]*)\.csv$/.exec(name)?.[1] ?? []);
    for (const id of new Set([...defined, ...spreadsheets.filter(isMentioned)])) {
      const set = readDataSet(id, period, files, { ...context, earlier: newest.get(id) ?? null });
      sets.push(set);
      if (set.value) newest.set(id, set.value);
    }
  }
  return {
    value: sets.flatMap(({ value }) => value ?? []),
    problems: sets.flatMap(({ problems }) => problems),
  };
}

/** The context of one data set. `earlier` is the newest one of the same name before it. */
type SetContext = Context & { earlier: DataSet | null };

function readDataSet(
  id: string,
  period: Period,
  files: readonly string[],
  context: SetContext,
): Checked<DataSet | null> {
  const folder = `data/${period}`;
  if (files.includes(`${id}.yaml`)) return readFromYaml(id, period, `${folder}/${id}.yaml`, context);
  if (files.includes(`${id}.csv`))
    return readSpreadsheet(id, period, `${folder}/${id}.csv`, 1, null, context);
  return { value: null, problems: [] };
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
  const source = data.source ?? null;
  const set =
    data.file === undefined
      ? build(id, period, readYamlRows(opened.value), { source, headerRow: null }, context)
      : readSpreadsheet(id, period, `data/${period}/${data.file}`, data['header-row'] ?? 1, source, context);
  return { value: set.value, problems: [...opened.problems, ...set.problems] };
}

/** A file has either rows or the name of a spreadsheet. */
function checkContents({ data, file }: ValidYaml<RawDataSetFile>): Problem | null {
  if ((data.rows === undefined) !== (data.file === undefined)) return null;
  const expected = 'either rows:, or file: with the name of a spreadsheet beside this file';
  return data.rows === undefined
    ? makeError('key-is-present', file.placeOf([]), 'the file has no rows', { expected })
    : makeError('key-fits', file.keyPlaceOf(['file']), 'the file has rows and names a spreadsheet', {
        expected,
      });
}

function readSpreadsheet(
  id: string,
  period: Period,
  path: string,
  headerRow: number,
  source: string | null,
  context: SetContext,
): Checked<DataSet | null> {
  const content = context.reader.spreadsheet(path);
  if (content.value === null) return { value: null, problems: content.problems };
  const table = readCsvRows(path, content.value, headerRow);
  if (!table.value) return { value: null, problems: [...content.problems, ...table.problems] };
  const set = build(id, period, table.value, { source, headerRow }, context);
  return { value: set.value, problems: [...content.problems, ...table.problems, ...set.problems] };
}

function build(
  id: string,
  period: Period,
  table: RawTable,
  { source, headerRow }: { source: string | null; headerRow: number | null },
  { definitions, scales, earlier }: SetContext,
): Checked<DataSet | null> {
  const raw: RawDataSet = definitions?.data.datasets[id] ?? {};
  const matched =
    raw.columns && definitions
      ? matchColumns(id, raw, definitions, table, { scales, earlier })
      : { value: inferColumns(table, earlier), problems: [] };
  const { columns } = matched.value;
  const key = raw.key ?? columns.find(({ computation }) => computation === null)?.id;
  if (key === undefined) return { value: null, problems: matched.problems };
  const place = { file: table.path, line: 1, column: 1 };
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
      spreadsheet: headerRow === null ? null : { path: table.path, headerRow },
      isStanding: raw.standing ?? false,
      source: source ?? raw.source ?? `${table.path.split('/').at(-1) ?? ''}, ${periodLabel(period)}`,
      place,
    },
    table,
    matched.value,
  );
  const named = definitions ? checkDefinition(id, raw, definitions, set.value) : [];
  return {
    value: named.length > 0 ? null : set.value,
    problems: [...matched.problems, ...set.problems, ...named],
  };
}
