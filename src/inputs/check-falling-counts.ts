import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import { findQuarterData } from '../model/find-quarter-data.js';
import { makeError, type Problem } from '../model/problem.js';
import type { QuarterData } from '../model/quarter-data.js';
import { listYearToDate, quarterLabel, type Quarter } from '../model/quarter.js';
import { sum } from '../statistics/sum.js';

/**
 * Checks that counts of the year so far do not fall within a year. Crimes that are reclassified may lower a count: the author
 * then says so under `revised:`.
 */
export function checkFallingCounts(history: readonly QuarterData[]): Problem[] {
  return history.flatMap(({ quarter, toDate }) =>
    Object.entries(toDate).flatMap(([id, figure]) => {
      const earlier = findEarlierCount(id, quarter, history);
      const isLower = figure.value !== null && earlier !== null && figure.value < earlier.count;
      return isLower && figure.revised === undefined ? [reportFall(id, figure, quarter, earlier)] : [];
    }),
  );
}

interface EarlierCount {
  quarter: Quarter;
  count: number;
}

/** Finds the latest earlier count of the same financial year. */
function findEarlierCount(
  id: string,
  quarter: Quarter,
  history: readonly QuarterData[],
): EarlierCount | null {
  const known = listYearToDate(quarter)
    .slice(0, -1)
    .reverse()
    .flatMap((earlier) => {
      const count = findCount(id, earlier, history);
      return count === null ? [] : [{ quarter: earlier, count }];
    });
  return known[0] ?? null;
}

/** Returns the published count from 1 April to the end of a quarter, or the sum of the quarters. */
function findCount(id: string, quarter: Quarter, history: readonly QuarterData[]): number | null {
  const published = findQuarterData(history, quarter)?.toDate[id]?.value;
  if (typeof published === 'number') return published;
  const year = listYearToDate(quarter);
  const parts = year.flatMap((part) => findQuarterData(history, part)?.inQuarter[id]?.value ?? []);
  return parts.length === year.length ? sum(parts) : null;
}

function reportFall(id: string, figure: Figure, quarter: Quarter, earlier: EarlierCount): Problem {
  const [now, before] = [figure.value, earlier.count].map((value) => formatValue({ ...figure, value }));
  return makeError(
    'count-does-not-fall',
    figure.place,
    `${now ?? ''} by the end of ${quarterLabel(quarter)} is lower than ${before ?? ''} by the end of ${quarterLabel(earlier.quarter)}`,
    {
      expected: `a count from 1 April, at least ${before ?? ''}`,
      hint: `If earlier counts were revised, say so; the paper prints it: ${id}: { value: ${figure.value ?? ''}, revised: "Crimes were reclassified in June." }`,
    },
  );
}
