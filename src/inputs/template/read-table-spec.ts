import { readTableContent, type TableEntry } from '../../manuscript/tables/index.js';
import { expandSurveyNames } from '../../model/expand-survey-names.js';
import type { Measure } from '../../model/measure.js';
import type { TableSpec } from '../../model/template.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { readNotes } from './read-notes.js';

/** Reads one entry of `tables.yaml`. */
export function readTableSpec(
  id: string,
  entry: TableEntry,
  file: YamlFile,
  measures: readonly Measure[],
): TableSpec {
  const path = ['tables', id];
  return {
    id,
    title: file.markupAt([...path, 'title']),
    notes: readNotes(file, path, entry.notes),
    content: readTableContent(entry, {
      readMarkup: (below) => file.markupAt([...path, ...below]),
      expandSurveys: (names) => expandSurveyNames(names, measures),
    }),
    place: file.keyPlaceOf(path),
  };
}
