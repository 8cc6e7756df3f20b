import { AXIS_PERIODS } from '../../model/axis-periods.js';
import type { RowsSource } from '../../model/chart-rows.js';
import type { DataSet } from '../../model/data-set.js';
import type { Indicators } from '../../model/indicators.js';

type DataSource = Extract<RowsSource, { kind: 'data' }>;

/** The data sets of a chart: the one that names its rows and columns, and those of all periods of its axis, oldest first. */
export interface ChartSet {
  set: DataSet;
  history: readonly DataSet[];
}

/** Finds the data sets that a chart shows: those as long as the paper's period, or as the axis says. Null if there is none. */
export function findChartSet(
  { set: id, over }: DataSource,
  { dataSets, dataSetHistory }: Pick<Indicators, 'dataSets' | 'dataSetHistory'>,
): ChartSet | null {
  const all = Object.hasOwn(dataSetHistory, id) ? (dataSetHistory[id] ?? []) : [];
  if (over === 'rows' || over === 'periods') {
    const set = Object.hasOwn(dataSets, id) ? dataSets[id] : undefined;
    if (!set) return null;
    return {
      set,
      history: over === 'rows' ? all : all.filter(({ period }) => period.kind === set.period.kind),
    };
  }
  const history = all.filter(({ period }) => period.kind === AXIS_PERIODS[over]);
  const set = history.at(-1);
  return set ? { set, history } : null;
}
