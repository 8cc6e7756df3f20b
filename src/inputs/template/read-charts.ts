import { getChartMeasures, type ChartEntry } from '../../charts/kinds/index.js';
import type { Measure } from '../../model/measure.js';
import type { Checked, Problem } from '../../model/problem.js';
import type { ChartSpec } from '../../model/template.js';
import type { SourceReader } from '../source-reader.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { checkChartReferences } from './check-chart-references.js';
import { checkMeasureNames } from './check-measure-names.js';
import { readChartSpec } from './read-chart-spec.js';
import { chartsSchema } from './charts-schema.js';

/** Reads `charts.yaml`, which is optional. Names of measures are checked only if the measures are known. */
export function readCharts(
  reader: SourceReader,
  folder: string,
  measures: readonly Measure[] | null,
): Checked<ChartSpec[]> {
  if (!reader.listNames(folder).includes('charts.yaml')) return { value: [], problems: [] };
  const { value: read, problems } = reader.yaml(`${folder}/charts.yaml`, chartsSchema);
  if (!read) return { value: [], problems };
  const { charts } = read.data;
  return {
    value: Object.entries(charts).map(([id, raw]) => readChartSpec(id, raw, read.file, measures ?? [])),
    problems: [...problems, ...(measures ? checkNames(charts, read.file, measures) : [])],
  };
}

function checkNames(
  charts: Record<string, ChartEntry>,
  file: YamlFile,
  measures: readonly Measure[],
): Problem[] {
  return [
    ...Object.entries(charts).flatMap(([id, entry]) =>
      checkMeasureNames(entry, getChartMeasures(entry), ['charts', id], file, measures),
    ),
    ...checkChartReferences(charts, file, measures),
  ];
}
