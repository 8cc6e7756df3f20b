import { getTableMeasures, type TableEntry } from '../../manuscript/tables/index.js';
import type { Measure } from '../../model/measure.js';
import type { Checked, Problem } from '../../model/problem.js';
import type { TableSpec } from '../../model/template.js';
import type { SourceReader } from '../source-reader.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { checkMeasureNames } from './check-measure-names.js';
import { readTableSpec } from './read-table-spec.js';
import { tablesSchema } from './tables-schema.js';

/** Reads `tables.yaml`, which is optional. Names of measures are checked only if the measures are known. */
export function readTables(
  reader: SourceReader,
  folder: string,
  measures: readonly Measure[] | null,
): Checked<TableSpec[]> {
  if (!reader.listNames(folder).includes('tables.yaml')) return { value: [], problems: [] };
  const { value: read, problems } = reader.yaml(`${folder}/tables.yaml`, tablesSchema);
  if (!read) return { value: [], problems };
  const { tables } = read.data;
  return {
    value: Object.entries(tables).map(([id, raw]) => readTableSpec(id, raw, read.file, measures ?? [])),
    problems: [...problems, ...(measures ? checkNames(tables, read.file, measures) : [])],
  };
}

function checkNames(
  tables: Record<string, TableEntry>,
  file: YamlFile,
  measures: readonly Measure[],
): Problem[] {
  return Object.entries(tables).flatMap(([id, entry]) => {
    const shows = getTableMeasures(entry);
    return shows ? checkMeasureNames(entry, shows, ['tables', id], file, measures) : [];
  });
}
