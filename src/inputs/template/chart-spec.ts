import type * as z from 'zod';
import type { Measure } from '../../model/measure.js';
import type { ChartSpec } from '../../model/template.js';
import { measuresNamed } from './measures-named.js';
import { notesOf } from './notes-of.js';
import type { YamlFile } from '../yaml/parse-yaml.js';
import type { chartsSchema } from './charts-schema.js';

type RawChart = z.infer<typeof chartsSchema>['charts'][string];

/** A chart as `charts.yaml` specifies it. */
export function chartSpec(
  id: string,
  raw: RawChart,
  file: YamlFile,
  measures: readonly Measure[],
): ChartSpec {
  const at = ['charts', id];
  return {
    id,
    title: file.markupAt([...at, 'title']),
    subtitle: file.markupAt([...at, 'subtitle']),
    alternative: file.markupAt([...at, 'alternative']),
    notes: notesOf(file, at, raw.notes),
    sharesNumberWith: raw.with,
    content:
      raw.kind === 'trend'
        ? { kind: 'trend', measures: measuresNamed(raw.measures, measures), emphasis: raw.emphasis }
        : raw.kind === 'dots'
          ? { kind: 'dots', measures: raw.measures }
          : { kind: raw.kind, measure: raw.measure },
    place: file.keyPlaceOf(at),
  };
}
