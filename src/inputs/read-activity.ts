import type * as z from 'zod';
import { formatMonth } from '../format.js';
import type { Figure } from '../model/figure.js';
import type { QuarterData } from '../model/inputs.js';
import { quarterLabel } from '../model/quarter.js';
import { findMeasure, makeFigure, type QuarterContext } from './make-figure.js';
import type { activitySchema } from './schemas/quarter-files.js';
import type { ReadYaml } from './source-reader.js';

type Activity = Pick<QuarterData, 'toDate' | 'inQuarter' | 'months' | 'populations'>;
type ReadActivity = ReadYaml<z.infer<typeof activitySchema>>;

/** Counts: of the year so far, of the quarter, by month; and the populations that rates are worked out over. */
export function readActivity(read: ReadActivity, context: QuarterContext): Activity {
  const label = quarterLabel(context.quarter);
  return {
    toDate: counts(read, 'to-date', `financial year to the end of ${label}`, context),
    inQuarter: counts(read, 'in-quarter', label, context),
    months: months(read, context),
    populations: populations(read, label),
  };
}

function counts(
  { data, file }: ReadActivity,
  key: 'to-date' | 'in-quarter',
  period: string,
  context: QuarterContext,
): Record<string, Figure> {
  return Object.fromEntries(
    Object.entries(data[key] ?? {}).flatMap(([id, raw]) => {
      const measure = findMeasure(id, ['count-to-date'], file, [key, id], context);
      const defaults = { source: data.source, period: data.period ?? period, assumed: data.assumed };
      return measure
        ? [[id, makeFigure(id, measure.label, measure.unit, raw, file, [key, id], defaults)] as const]
        : [];
    }),
  );
}

function months({ data, file }: ReadActivity, context: QuarterContext): Activity['months'] {
  return Object.fromEntries(
    Object.entries(data.months ?? {}).flatMap(([id, raw]) => {
      const measure = findMeasure(id, ['control-chart'], file, ['months', id], context);
      if (!measure) return [];
      const series = Object.keys(raw)
        .sort()
        .map((month) => {
          const value = raw[month];
          const at = ['months', id, month];
          const defaults = { source: data.source, period: formatMonth(month), assumed: data.assumed };
          const figure = makeFigure(id, measure.label, measure.unit, value ?? 0, file, at, defaults);
          return {
            month,
            figure: value === null ? { ...figure, value: null, reason: 'not counted' } : figure,
          };
        });
      return [[id, series] as const];
    }),
  );
}

function populations({ data, file }: ReadActivity, label: string): Record<string, Figure> {
  return Object.fromEntries(
    Object.entries(data.populations ?? {}).map(([id, raw]) => {
      const defaults = { source: data.source, period: label };
      return [id, makeFigure(id, id.replaceAll('-', ' '), 'count', raw, file, ['populations', id], defaults)];
    }),
  );
}
