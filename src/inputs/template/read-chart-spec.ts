import { readChartContent, type ChartEntry } from '../../charts/kinds/index.js';
import type { Measure } from '../../model/measure.js';
import type { ChartSpec } from '../../model/template.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { readNotes } from './read-notes.js';

/** Reads one entry of `charts.yaml`. */
export function readChartSpec(
  id: string,
  entry: ChartEntry,
  file: YamlFile,
  measures: readonly Measure[],
): ChartSpec {
  const path = ['charts', id];
  return {
    id,
    title: file.markupAt([...path, 'title']),
    subtitle: file.markupAt([...path, 'subtitle']),
    alternative: file.markupAt([...path, 'alternative']),
    notes: readNotes(file, path, entry.notes),
    sharesNumberWith: entry.with,
    content: readChartContent(entry, {
      measures,
      placeOf: (...below) => (below.length === 0 ? file.keyPlaceOf(path) : file.placeOf([...path, ...below])),
    }),
    place: file.keyPlaceOf(path),
  };
}
