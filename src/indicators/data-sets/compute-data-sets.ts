import type { DataCell, DataSet } from '../../model/data-set.js';
import { groupBy } from '../../model/group-by.js';
import type { Indicator } from '../../model/indicator.js';
import type { Indicators } from '../../model/indicators.js';
import type { Inputs } from '../../model/inputs.js';
import { mapValues } from '../../model/map-values.js';
import { findPeriodEnd } from '../../model/compared-period.js';
import { computeDataSet, type FindEarlierSet } from './compute-data-set.js';

/** Computes the data sets of all periods, by name, oldest first. Earlier periods give the columns of the kind `previous`. */
export function computeDataSets(
  { dataSets, period }: Pick<Inputs, 'dataSets' | 'period'>,
  measures: Readonly<Record<string, Indicator>>,
): Pick<Indicators, 'dataSets' | 'dataSetHistory'> {
  const computed: DataSet[] = [];
  for (const set of dataSets) {
    const findEarlier: FindEarlierSet = (compared) =>
      computed.find((other) => other.id === set.id && other.period === findPeriodEnd(compared, set.period)) ??
      null;
    computed.push(computeDataSet(set, findEarlier));
  }
  const filled = computed.map((set) => (set.period === period ? fillMeasures(set, measures) : set));
  const latest = filled.filter((set) => set.period === period);
  return {
    dataSets: Object.fromEntries(latest.map((set) => [set.id, set])),
    dataSetHistory: Object.fromEntries(groupBy(filled, ({ id }) => id)),
  };
}

/** Puts the value of each measure that a cell names into its cell. */
function fillMeasures(set: DataSet, measures: Readonly<Record<string, Indicator>>): DataSet {
  if (!set.columns.some(({ type }) => type === 'measure')) return set;
  const fill = (cell: DataCell): DataCell => {
    const figure = cell.kind === 'measure' ? measures[cell.measure]?.value : undefined;
    return figure ? { kind: 'figure', figure, mark: null } : cell;
  };
  return { ...set, rows: set.rows.map((row) => ({ ...row, cells: mapValues(row.cells, fill) })) };
}
