import { join } from 'node:path';
import type * as z from 'zod';
import type { Markup } from '../model/inputs.js';
import type { Measure } from '../model/measure.js';
import type {
  ChartSpec,
  DiagramSpec,
  TableContent,
  TableSpec,
  Template,
  TemplateSection,
} from '../model/template.js';
import { diagramFaults } from './diagram-faults.js';
import { findCharacterFaults } from './find-text-faults.js';
import { given } from './given.js';
import { namesEnding, yamlNames } from './list-files.js';
import { measureFaults } from './measure-faults.js';
import type { YamlFile } from './parse-yaml.js';
import { ruleFaults } from './rule-faults.js';
import { chartsSchema, diagramSchema, tablesSchema, templateSchema } from './schemas/template.js';
import type { SourceReader } from './source-reader.js';
import { strayFiles } from './stray-files.js';

type RawTable = z.infer<typeof tablesSchema>['tables'][string];
type RawChart = z.infer<typeof chartsSchema>['charts'][string];

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
      lettered: section.lettered ?? true,
      numbered: section.numbered ?? true,
      mandatory: section.mandatory ?? false,
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
      required: field.required ?? true,
    })),
    numbering: {
      ...data.numbering,
      headings: data.numbering.headings ?? 'none',
      lists: data.numbering.lists ?? ['numbers'],
    },
    words: { ...WORDS, ...given(data.words ?? {}) },
    contentsTitle: data.contents?.title,
    sections: sections('sections'),
    appendices: sections('appendices'),
    requiredNarrative: data['required-narrative'] ?? [],
    clearance: data.clearance ?? [],
    rules: data.rules ?? {},
    partials,
    tables: tables
      ? Object.entries(tables.data.tables).map(([name, raw]) => tableSpec(name, raw, tables.file, measures))
      : [],
    charts: charts
      ? Object.entries(charts.data.charts).map(([name, raw]) => chartSpec(name, raw, charts.file, measures))
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
  reader.problems.push(...findCharacterFaults(path, text));
  return { text, place: { file: path, line: 1, column: 1 } };
}

function notesOf(file: YamlFile, path: (string | number)[], notes: string[] | undefined): Markup[] {
  return (notes ?? []).map((_note, index) => file.markupAt([...path, 'notes', index]));
}

function tableSpec(id: string, raw: RawTable, file: YamlFile, measures: readonly Measure[]): TableSpec {
  const at = ['tables', id];
  return {
    id,
    title: file.markupAt([...at, 'title']),
    notes: notesOf(file, at, raw.notes),
    content: tableContent(raw, file, at, measures),
    place: file.keyPlaceOf(at),
  };
}

function tableContent(
  raw: RawTable,
  file: YamlFile,
  at: string[],
  measures: readonly Measure[],
): TableContent {
  switch (raw.kind) {
    case 'trend':
      return {
        kind: 'trend',
        rows: raw.measures.flatMap((row): (string | { group: string })[] =>
          typeof row === 'string' ? named([row], measures) : [row],
        ),
        heading: raw.heading,
        periods: raw.periods ?? true,
        columns: raw.columns ?? [],
      };
    case 'ranking':
      return {
        kind: 'ranking',
        measure: raw.measure,
        columns: raw.columns,
      };
    case 'counts':
      return {
        kind: 'counts',
        measures: raw.measures,
        heading: raw.heading,
        valueHeading: raw['value-heading'],
        columns: raw.columns ?? 1,
      };
    case 'list':
      return {
        kind: 'list',
        list: raw.list,
        columns: raw.columns.map((column, index) => ({
          heading: column.heading,
          cell: file.markupAt([...at, 'columns', index, 'cell']),
          align: column.align ?? 'left',
        })),
      };
  }
}

/** A survey's name stands for all its measures that have a value of their own, in the order of `measures.yaml`. */
function named(names: string[], measures: readonly Measure[]): string[] {
  return names.flatMap((name) => {
    const ofSurvey = measures.filter(({ kind, survey }) => survey?.id === name && kind === 'rolling-survey');
    return ofSurvey.length > 0 ? ofSurvey.map(({ id }) => id) : [name];
  });
}

function chartSpec(id: string, raw: RawChart, file: YamlFile, measures: readonly Measure[]): ChartSpec {
  const at = ['charts', id];
  return {
    id,
    title: file.markupAt([...at, 'title']),
    subtitle: file.markupAt([...at, 'subtitle']),
    alternative: file.markupAt([...at, 'alternative']),
    notes: notesOf(file, at, raw.notes),
    with: raw.with,
    content:
      raw.kind === 'trend'
        ? { kind: 'trend', measures: named(raw.measures, measures), emphasis: raw.emphasis }
        : raw.kind === 'dots'
          ? { kind: 'dots', measures: raw.measures }
          : { kind: raw.kind, measure: raw.measure },
    place: file.keyPlaceOf(at),
  };
}

function readDiagram(reader: SourceReader, folder: string, name: string): DiagramSpec | null {
  const read = reader.yaml(`${folder}/diagrams/${name}.yaml`, diagramSchema);
  if (!read) return null;
  const { data, file } = read;
  const boxes = data.rows.map((row) =>
    row.map((box) => ({
      id: box.id,
      title: box.title,
      text: box.text ?? [],
      emphasis: box.emphasis ?? false,
    })),
  );
  const arrows = (data.arrows ?? []).map((arrow) => ({
    from: arrow.from,
    to: arrow.to,
    label: arrow.label ?? null,
    both: arrow.both ?? false,
  }));
  reader.problems.push(...diagramFaults({ rows: boxes, arrows }, file));
  return {
    id: name,
    title: file.markupAt(['title']),
    alternative: file.markupAt(['alternative']),
    notes: notesOf(file, [], data.notes),
    data: { rows: boxes, arrows },
    place: file.placeOf([]),
  };
}
