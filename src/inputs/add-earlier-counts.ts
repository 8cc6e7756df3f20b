import type { Figure } from '../model/figure.js';
import type { PeriodData } from '../model/period-data.js';
import { type Period } from '../model/period.js';
import { findEarlierCount } from './find-earlier-count.js';

/** Adds the count that was published earlier to each revised count of the year so far. */
export function addEarlierCounts(history: readonly PeriodData[]): PeriodData[] {
  return history.map((data) => ({
    ...data,
    toDate: Object.fromEntries(
      Object.entries(data.toDate).map(([id, figure]) => [
        id,
        addEarlierCount(figure, id, data.period, history),
      ]),
    ),
  }));
}

function addEarlierCount(figure: Figure, id: string, period: Period, history: readonly PeriodData[]): Figure {
  const earlier =
    figure.revised === undefined || figure.revisedFrom ? null : findEarlierCount(id, period, history);
  return earlier
    ? { ...figure, revisedFrom: { value: earlier.count, period: earlier.period.label } }
    : figure;
}
