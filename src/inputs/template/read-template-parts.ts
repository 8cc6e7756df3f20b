import { join } from 'node:path';
import type { Measure } from '../../model/measure.js';
import type { Checked } from '../../model/problem.js';
import type { Template } from '../../model/template.js';
import { joinChecked } from '../../model/join-checked.js';
import { listNamesWithEnding } from '../list-files.js';
import type { SourceReader } from '../source-reader.js';
import { findUnknownFiles } from '../find-unknown-files.js';
import { readCharts } from './read-charts.js';
import { readDiagram } from './read-diagram.js';
import { readMarkupFile } from './read-markup-file.js';
import { readTables } from './read-tables.js';

/** Reads the tables, charts, diagrams and partials of a template. All of them are optional. */
export function readTemplateParts(
  reader: SourceReader,
  folder: string,
  measures: readonly Measure[] | null,
): Checked<Pick<Template, 'tables' | 'charts' | 'diagrams' | 'partials'>> {
  const tables = readTables(reader, folder, measures);
  const charts = readCharts(reader, folder, measures);
  const diagrams = readEach(reader, `${folder}/diagrams`, '.yaml', (name) =>
    readDiagram(reader, folder, name),
  );
  const partials = readEach(reader, `${folder}/partials`, '.md.hbs', (name) => {
    const { value, problems } = readMarkupFile(reader, `${folder}/partials/${name}.md.hbs`);
    return { value: [name, value] as const, problems };
  });
  return {
    value: {
      tables: tables.value,
      charts: charts.value,
      diagrams: diagrams.value.filter((diagram) => diagram !== null),
      partials: Object.fromEntries(partials.value),
    },
    problems: [
      ...joinChecked<unknown>([tables, charts, diagrams, partials]).problems,
      ...findUnknownFiles(reader.root, folder, ['paper.yaml', 'tables.yaml', 'charts.yaml']),
    ],
  };
}

/** Reads every file of a folder that has this ending. Other files are reported. */
function readEach<T>(
  { root, listNames }: SourceReader,
  folder: string,
  ending: string,
  read: (name: string) => Checked<T>,
): Checked<T[]> {
  const known = listNamesWithEnding(ending, join(root, folder)).map((name) => name + ending);
  const names = listNames(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
  const { value, problems } = joinChecked(names.map(read));
  return {
    value,
    problems: [...findUnknownFiles(root, folder, known, `a name that ends in ${ending}`), ...problems],
  };
}
