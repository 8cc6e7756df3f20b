import { makeSchemaFile } from '../schema/make-schema-file.js';
import { buildDataSetSchema } from './data-sets/build-data-set-schema.js';
import { dataSetsSchema } from './data-sets/data-sets-schema.js';
import { listPeriods } from './project/list-papers.js';
import type { ProjectName, ProjectNames } from './project/project-names.js';
import { openReader, type SourceReader } from './source-reader.js';
import { readAt } from './yaml/find-schema-parts.js';
import { parseYaml } from './yaml/parse-yaml.js';

/** The JSON Schema of the files of one data set. */
interface DataSetSchema {
  /** The name of the data set. */
  id: string;
  path: string;
  text: string;
}

/**
 * Builds a JSON Schema for each data set whose columns the project defines: `schemas/data-set-<name>.schema.json`. A definition that
 * is half written is left out.
 */
export function buildDataSetSchemas(root: string, names: ProjectNames): DataSetSchema[] {
  const reader = openReader(root);
  const definitions = readAt(readContents(reader, 'data/datasets.yaml'), ['datasets']);
  const scales = readScales(readAt(readContents(reader, 'data/organisation.yaml'), ['scales']));
  const periods = listPeriods(root).map(({ id }) => id);
  return listEntries(definitions).flatMap(([id, entry]) => {
    const { data: definition } = dataSetsSchema.shape.datasets.valueType.safeParse(entry);
    if (!definition?.columns) return [];
    const key = definition.key ?? Object.keys(definition.columns)[0] ?? '';
    const schema = buildDataSetSchema({
      id,
      definition,
      rows: readRows(reader, id, key, periods),
      scales,
      measures: names['measures with one value'] ?? [],
      papers: names.papers ?? [],
    });
    return [{ id, ...makeSchemaFile(`data-set-${id}`, schema) }];
  });
}

/** Reads the names of the rows in the newest file in YAML, with the text of the key column. */
function readRows(reader: SourceReader, id: string, key: string, periods: readonly string[]): ProjectName[] {
  for (const period of periods.toReversed()) {
    const rows = listEntries(readAt(readContents(reader, `data/${period}/${id}.yaml`), ['rows']));
    if (rows.length > 0)
      return rows.map(([name, row]) => {
        const about = readAt(row, [key]);
        return { name, about: typeof about === 'string' ? about : '' };
      });
  }
  return [];
}

function readScales(
  contents: unknown,
): Record<string, { id: string; label: string; meaning: string | undefined }[]> {
  return Object.fromEntries(
    listEntries(contents).map(([name, steps]) => [
      name,
      (Array.isArray(steps) ? steps : []).flatMap((step: unknown) => {
        const [id, label, meaning] = ['id', 'label', 'meaning'].map((field) => readAt(step, [field]));
        if (typeof id !== 'string') return [];
        return [
          {
            id,
            label: typeof label === 'string' ? label : id,
            meaning: typeof meaning === 'string' ? meaning : undefined,
          },
        ];
      }),
    ]),
  );
}

/** Reads a file that may not exist. Null for one that is not valid YAML, which `readProjectNames` reports. */
function readContents(reader: SourceReader, path: string): unknown {
  const { value: text } = reader.text(path);
  return text === null ? null : parseYaml(path, text).value;
}

function listEntries(map: unknown): [string, unknown][] {
  return typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.entries(map) : [];
}
