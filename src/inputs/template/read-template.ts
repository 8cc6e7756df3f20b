import { join } from 'node:path';
import type { Markup } from '../../model/markup.js';
import type { Measure } from '../../model/measure.js';
import type { Template, TemplateSection } from '../../model/template.js';
import { readChartSpec } from './read-chart-spec.js';
import { findMarkdownSlips } from '../yaml/find-author-slips.js';
import { findCharacterFaults } from '../yaml/find-text-faults.js';
import { omitEmpty } from '../period-files/omit-empty.js';
import { namesEnding, yamlNames } from '../list-files.js';
import { measureFaults } from './measure-faults.js';
import { readDiagram } from './read-diagram.js';
import { ruleFaults } from '../paper/rule-faults.js';
import { chartsSchema } from './charts-schema.js';
import { tablesSchema } from './tables-schema.js';
import { templateSchema } from './template-schema.js';
import type { SourceReader } from '../source-reader.js';
import { strayFiles } from '../stray-files.js';
import { readTableSpec } from './read-table-spec.js';

const WORDS = {
  paragraph: 'paragraph',
  paragraphs: 'paragraphs',
  section: 'section',
  table: 'Table',
  chart: 'Figure',
  diagram: 'Figure',
  appendix: 'Appendix',
};

/**
 * Reads the standing part of a kind of paper. Null where its `paper.yaml` cannot be used. `defined` are the measures; null where
 * `measures.yaml` cannot be read, and nothing can be said of their names.
 */
export function readTemplate(
  reader: SourceReader,
  id: string,
  defined: readonly Measure[] | null,
): Template | null {
  const measures = defined ?? [];
  const folder = `templates/${id}`;
  const read = reader.yaml(`${folder}/paper.yaml`, templateSchema);
  const present = new Set(yamlNames(join(reader.root, folder)));
  const tables = present.has('tables') ? reader.yaml(`${folder}/tables.yaml`, tablesSchema) : null;
  const charts = present.has('charts') ? reader.yaml(`${folder}/charts.yaml`, chartsSchema) : null;
  const diagrams = namesIn(reader, `${folder}/diagrams`, '.yaml').flatMap(
    (name) => readDiagram(reader, folder, name) ?? [],
  );
  const partials = Object.fromEntries(
    namesIn(reader, `${folder}/partials`, '.md.hbs').map((name) => [
      name,
      readMarkup(reader, `${folder}/partials/${name}.md.hbs`),
    ]),
  );
  if (tables && defined)
    reader.problems.push(...measureFaults(tables.data.tables, tables.file, 'tables', measures));
  if (charts && defined)
    reader.problems.push(...measureFaults(charts.data.charts, charts.file, 'charts', measures));
  reader.problems.push(...strayFiles(reader.root, folder, ['paper.yaml', 'tables.yaml', 'charts.yaml']));
  if (!read) return null;
  const { data, file } = read;
  const written = [...data.sections, ...(data.appendices ?? [])].map((section) => `${section.id}.md.hbs`);
  reader.problems.push(...strayFiles(reader.root, `${folder}/sections`, written));
  reader.problems.push(...ruleFaults(data.rules, file, 'rules'));
  const sections = (key: 'sections' | 'appendices'): TemplateSection[] =>
    (data[key] ?? []).map((section) => ({
      id: section.id,
      title: section.title,
      isLettered: section.lettered ?? true,
      isNumbered: section.numbered ?? true,
      isMandatory: section.mandatory ?? false,
      role: section.role,
      markup: readMarkup(reader, `${folder}/sections/${section.id}.md.hbs`),
    }));
  return {
    id,
    title: data.title,
    headerLayout: data.header.layout,
    headerFields: data.header.fields.map((field, index) => ({
      id: field.id,
      name: field.name,
      value: field.value === undefined ? undefined : file.markupAt(['header', 'fields', index, 'value']),
      isRequired: field.required ?? true,
    })),
    numbering: {
      ...data.numbering,
      headings: data.numbering.headings ?? 'none',
      lists: data.numbering.lists ?? ['numbers'],
    },
    words: { ...WORDS, ...omitEmpty(data.words ?? {}) },
    contentsTitle: data.contents?.title,
    sections: sections('sections'),
    appendices: sections('appendices'),
    requiredNarrative: data['required-narrative'] ?? [],
    clearance: data.clearance ?? [],
    rules: data.rules ?? {},
    partials,
    tables: tables
      ? Object.entries(tables.data.tables).map(([name, raw]) =>
          readTableSpec(name, raw, tables.file, measures),
        )
      : [],
    charts: charts
      ? Object.entries(charts.data.charts).map(([name, raw]) =>
          readChartSpec(name, raw, charts.file, measures),
        )
      : [],
    diagrams,
    place: file.placeOf([]),
  };
}

/** What a folder holds that is read by its ending alone, whatever it is called. */
function namesIn(reader: SourceReader, folder: string, ending: string): string[] {
  const names = namesEnding(ending, join(reader.root, folder));
  const known = names.map((name) => name + ending);
  reader.problems.push(...strayFiles(reader.root, folder, known, `a name that ends in ${ending}`));
  return names;
}

function readMarkup(reader: SourceReader, path: string): Markup {
  const text = reader.text(path) ?? '';
  reader.problems.push(...findCharacterFaults(path, text), ...findMarkdownSlips(path, text));
  return { text, place: { file: path, line: 1, column: 1 } };
}
