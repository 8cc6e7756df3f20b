import type * as z from 'zod';
import type { Measure } from '../../model/measure.js';
import type { TableContent, TableSpec } from '../../model/template.js';
import { expandSurveyNames } from '../../model/expand-survey-names.js';
import { notesOf } from './notes-of.js';
import type { YamlFile } from '../yaml/parse-yaml.js';
import type { tablesSchema } from './tables-schema.js';

type RawTable = z.infer<typeof tablesSchema>['tables'][string];

/** A table as `tables.yaml` specifies it. */
export function tableSpec(
  id: string,
  raw: RawTable,
  file: YamlFile,
  measures: readonly Measure[],
): TableSpec {
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
          typeof row === 'string' ? expandSurveyNames([row], measures) : [row],
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
