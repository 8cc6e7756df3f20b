import { formatValue } from '../format/figures.js';
import { joinNames } from '../format/words.js';
import type { Figure } from '../model/figure.js';
import { findMostPlaces } from '../model/find-most-places.js';
import type { PeriodData } from '../model/period-data.js';
import { listYearToDate, type Period } from '../model/period.js';
import { sum } from '../statistics/sum.js';
import { findPeriodData } from '../model/find-period-data.js';

/**
 * Finds the count from 1 April to the end of a quarter. Without a published count, it is the sum of the quarters. It has no
 * value if an earlier quarter of the year has no count. Returns null if the quarter itself has none.
 */
export function findCountToDate(id: string, period: Period, history: readonly PeriodData[]): Figure | null {
  return findPeriodData(history, period)?.toDate[id] ?? sumPeriods(id, period, history);
}

function sumPeriods(id: string, period: Period, history: readonly PeriodData[]): Figure | null {
  const year = listYearToDate(period);
  const findPart = (part: Period): Figure | undefined => findPeriodData(history, part)?.inPeriod[id];
  const latest = findPart(period);
  const parts = year.flatMap((part) => findPart(part) ?? []);
  const [first] = parts;
  if (!latest || !first) return null;
  const absent = year.filter((part) => !findPart(part)).map(({ label }) => label);
  if (absent.length > 0)
    return { ...latest, value: null, reason: `no count on file for ${joinNames(absent)}` };
  const missing = parts.find(({ value }) => value === null);
  if (missing) return { ...missing, formula: formatValue(missing) };
  return {
    ...first,
    value: sum(parts.map(({ value }) => value ?? 0)),
    places: findMostPlaces(parts),
    period: `financial year to the end of ${period.label}`,
    formula: parts.map(formatValue).join(' + '),
    inputs: parts,
  };
}
