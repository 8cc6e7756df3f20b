import type { Cache } from '../model/cache.js';
import type { DataSet } from '../model/data-set.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import { mapValues } from '../model/map-values.js';
import { readWords } from './read-words.js';
import { makeRenderer, type Renderer } from './renderer.js';

/**
 * Fills in the `{{…}}` in the headings of data sets that a chart shows: a drawing is made before the paper is written. Problems are
 * left to the tables that print the headings.
 */
export function nameColumns(inputs: Inputs, indicators: Indicators, cache?: Cache): Indicators {
  const shown = new Set(
    inputs.template.charts.flatMap(({ content }) =>
      'source' in content && content.source.kind === 'data' ? [content.source.set] : [],
    ),
  );
  if (shown.size === 0) return indicators;
  const { value: renderer } = makeRenderer(inputs, indicators, cache);
  return {
    ...indicators,
    dataSets: mapValues(indicators.dataSets, (set) => (shown.has(set.id) ? nameEach(set, renderer) : set)),
    dataSetHistory: mapValues(indicators.dataSetHistory, (sets) =>
      sets.map((set) => (shown.has(set.id) ? nameEach(set, renderer) : set)),
    ),
  };
}

function nameEach(set: DataSet, { render }: Renderer): DataSet {
  return {
    ...set,
    columns: set.columns.map((column) =>
      column.label.text.includes('{{') ? { ...column, name: readWords(render(column.label).value) } : column,
    ),
  };
}
