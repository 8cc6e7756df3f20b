import type { DataSet } from '../../model/data-set.js';
import type { Inputs } from '../../model/inputs.js';
import { shiftPeriod } from '../../model/period.js';
import { computeDataSet } from './compute-data-set.js';

/** Computes the data sets of the paper's own period, by name. Earlier periods give the columns of the kind `previous`. */
export function computeDataSets({
  dataSets,
  period,
}: Pick<Inputs, 'dataSets' | 'period'>): Record<string, DataSet> {
  const computed: DataSet[] = [];
  for (const set of dataSets) {
    const before = computed.find(
      (other) => other.id === set.id && other.period === shiftPeriod(set.period, -1),
    );
    computed.push(computeDataSet(set, before ?? null));
  }
  return Object.fromEntries(computed.filter((set) => set.period === period).map((set) => [set.id, set]));
}
