import { listChartPeriods } from '../../model/list-chart-periods.js';
import type { Indicator } from '../../model/indicator.js';
import { namePeriod } from '../../model/name-span.js';

/**
 * Returns `{{chart.measures}}`, the first and last period (`{{chart.from}}` and `{{chart.to}}`), and in `{{chart.intervals}}`
 * whether any figure has an interval.
 */
export function listMeasureValues(measures: Indicator[]): {
  measures: Indicator[];
  from: string;
  to: string;
  intervals: boolean;
} {
  const periods = listChartPeriods(measures).map((period) => namePeriod(measures, period));
  const intervals = measures.some(({ series }) => series.some(({ figure }) => figure.interval !== undefined));
  return { measures, from: periods[0] ?? 'no period', to: periods.at(-1) ?? 'no period', intervals };
}
