import type { DataSet } from '../../model/data-set.js';
import type { Inputs } from '../../model/inputs.js';
import { shiftQuarter } from '../../model/quarter.js';
import { computeDataSet } from './compute-data-set.js';

/** Computes the data sets of the paper's own period, by name. Earlier periods give the columns of the kind `previous`. */
export function computeDataSets({
  dataSets,
  quarter,
}: Pick<Inputs, 'dataSets' | 'quarter'>): Record<string, DataSet> {
  const computed: DataSet[] = [];
  for (const set of dataSets) {
    const before = computed.find(
      (other) => other.id === set.id && other.quarter === shiftQuarter(set.quarter, -1),
    );
    computed.push(computeDataSet(set, before ?? null));
  }
  return Object.fromEntries(computed.filter((set) => set.quarter === quarter).map((set) => [set.id, set]));
}
