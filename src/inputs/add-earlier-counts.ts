import type { Figure } from '../model/figure.js';
import type { QuarterData } from '../model/quarter-data.js';
import { quarterLabel, type Quarter } from '../model/quarter.js';
import { findEarlierCount } from './find-earlier-count.js';

/** Adds the count that was published earlier to each revised count of the year so far. */
export function addEarlierCounts(history: readonly QuarterData[]): QuarterData[] {
  return history.map((data) => ({
    ...data,
    toDate: Object.fromEntries(
      Object.entries(data.toDate).map(([id, figure]) => [
        id,
        addEarlierCount(figure, id, data.quarter, history),
      ]),
    ),
  }));
}

function addEarlierCount(
  figure: Figure,
  id: string,
  quarter: Quarter,
  history: readonly QuarterData[],
): Figure {
  const earlier = figure.revised === undefined ? null : findEarlierCount(id, quarter, history);
  return earlier
    ? { ...figure, revisedFrom: { value: earlier.count, period: quarterLabel(earlier.quarter) } }
    : figure;
}
