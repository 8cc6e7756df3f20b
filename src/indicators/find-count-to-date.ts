import { formatValue } from '../format/figures.js';
import { joinNames } from '../format/words.js';
import type { Figure } from '../model/figure.js';
import { findMostPlaces } from '../model/find-most-places.js';
import type { PeriodData } from '../model/period-data.js';
import { nameYearToDate, type Period } from '../model/period.js';
import { sum } from '../statistics/sum.js';
import { getWindowSpan } from '../model/window.js';
import { listWindow } from './list-window.js';
import { findPeriodData } from '../model/find-period-data.js';

/**
 * Finds the count from the start of the year to the end of a period. Without a published count, it is the sum of counts that
 * cover the year so far: of months, quarters or halves. It has no value if a part of the year has no count. Returns null if
 * the end of it has none.
 */
export function findCountToDate(id: string, period: Period, history: readonly PeriodData[]): Figure | null {
  return findPeriodData(history, period)?.toDate[id] ?? sumPeriods(id, period, history);
}

function sumPeriods(id: string, period: Period, history: readonly PeriodData[]): Figure | null {
  const year = listWindow(
    getWindowSpan('year-to-date', period),
    period,
    history,
    ({ inPeriod }) => inPeriod[id] !== undefined,
  );
  const findPart = (part: Period): Figure | undefined => findPeriodData(history, part)?.inPeriod[id];
  const latest = findPart(year.at(-1) ?? period);
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
    period: nameYearToDate(period),
    formula: parts.map(formatValue).join(' + '),
    inputs: parts,
  };
}
