import type { DataSet } from './data-set.js';

/** Finds the same data set in the newest earlier period that has it. `history` is in the order of time. Null if there is none. */
export function findEarlierDataSet({ id, period }: DataSet, history: readonly DataSet[]): DataSet | null {
  const same = history.filter((set) => set.id === id);
  const at = same.findIndex((set) => set.period === period);
  return same[at - 1] ?? null;
}
