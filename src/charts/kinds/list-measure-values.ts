import { listChartQuarters } from '../../model/list-chart-quarters.js';
import type { Indicator } from '../../model/indicator.js';
import type { Indicators } from '../../model/indicators.js';
import { windowLabel } from '../../model/quarter.js';
import { findMeasures } from '../../model/find-measures.js';

/** Returns `{{chart.measures}}`, and the first and last period: `{{chart.from}}` and `{{chart.to}}`. */
export function listMeasureValues(
  ids: readonly string[],
  indicators: Indicators,
): { measures: Indicator[]; from: string; to: string } {
  const measures = findMeasures(ids, indicators);
  const periods = listChartQuarters(measures).map(windowLabel);
  return { measures, from: periods[0] ?? 'no period', to: periods.at(-1) ?? 'no period' };
}
