import type * as z from 'zod';
import { formatMonth } from '../../format.js';
import type { Figure } from '../../model/figure.js';
import type { QuarterData } from '../../model/quarter-data.js';
import { makeError, type Problem } from '../../model/problem.js';
import { monthsOf, quarterLabel, type Quarter } from '../../model/quarter.js';
import { findMeasure, type QuarterContext } from './find-measure.js';
import { makeFigure, type RawFigure } from './make-figure.js';
import type { activitySchema } from './quarter-files.js';
import type { ReadYaml } from '../source-reader.js';

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
      const counted = (month: string, value: RawFigure): { month: string; figure: Figure } => {
        const at = ['months', id, month];
        const defaults = { source: data.source, period: formatMonth(month), assumed: data.assumed };
        return { month, figure: makeFigure(id, measure.label, measure.unit, value, file, at, defaults) };
      };
      const series =
        raw === null
          ? monthsOf(context.quarter).map((month) => counted(month, null))
          : Object.keys(raw)
              .sort()
              .map((month) => counted(month, raw[month] ?? NOT_COUNTED));
      context.problems.push(...monthsEndInTime(series, context.quarter, id, file));
      return [[id, series] as const];
    }),
  );
}

/** A quarter's file may hold earlier months, to begin a chart with; none can be counted before it is over. */
function monthsEndInTime(
  series: { month: string; figure: Figure }[],
  quarter: Quarter,
  id: string,
  file: ReadActivity['file'],
): Problem[] {
  const last = monthsOf(quarter).at(-1) ?? '';
  return series
    .filter(({ month }) => month > last)
    .map(({ month }) =>
      makeError(
        'windows-in-order',
        file.keyPlaceOf(['months', id, month]),
        `${month} is after the end of ${quarterLabel(quarter)}`,
        { expected: `a month up to ${last}` },
      ),
    );
}

const NOT_COUNTED = { value: null, reason: 'not counted' };

function populations({ data, file }: ReadActivity, label: string): Record<string, Figure> {
  return Object.fromEntries(
    Object.entries(data.populations ?? {}).map(([id, raw]) => {
      const defaults = { source: data.source, period: label };
      return [id, makeFigure(id, id.replaceAll('-', ' '), 'count', raw, file, ['populations', id], defaults)];
    }),
  );
}
