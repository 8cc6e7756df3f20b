import { formatDate } from '../format/dates.js';
import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import { makeError, type Problem } from '../model/problem.js';
import type { PeriodData } from '../model/period-data.js';
import { findYear, type Period } from '../model/period.js';
import { findEarlierCount, type EarlierCount } from './find-earlier-count.js';

/**
 * Checks that counts of the year so far do not fall within a year. Cases that are reclassified may lower a count: the author
 * then says so under `revised:`.
 */
export function checkFallingCounts(history: readonly PeriodData[]): Problem[] {
  return history.flatMap(({ period, toDate }) =>
    Object.entries(toDate).flatMap(([id, figure]) => {
      const earlier = findEarlierCount(id, period, history);
      const isLower = figure.value !== null && earlier !== null && figure.value < earlier.count;
      return isLower && figure.revised === undefined ? [reportFall(id, figure, period, earlier)] : [];
    }),
  );
}

function reportFall(id: string, figure: Figure, period: Period, earlier: EarlierCount): Problem {
  const [now, before] = [figure.value, earlier.count].map((value) => formatValue({ ...figure, value }));
  return makeError(
    'count-does-not-fall',
    figure.place,
    `${now ?? ''} by the end of ${period.label} is lower than ${before ?? ''} by the end of ${earlier.period.label}`,
    {
      expected: `a count from ${formatDate(findYear(period).start)}, at least ${before ?? ''}`,
      hint: `If earlier counts were revised, say so; the paper prints it: ${id}: { value: ${figure.value ?? ''}, revised: "Cases were reclassified in June." }`,
    },
  );
}
