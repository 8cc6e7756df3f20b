import { formatValue } from '../format/figures.js';
import { joinNames } from '../format/words.js';
import type { Figure } from '../model/figure.js';
import { findBrokenPart } from '../model/find-break.js';
import { findMostPlaces } from '../model/find-most-places.js';
import { findPeriodData } from '../model/find-period-data.js';
import type { MonthSpan } from '../model/month-span.js';
import type { PeriodData } from '../model/period-data.js';
import type { Period } from '../model/period.js';
import { sum } from '../statistics/sum.js';
import { listWindow } from './list-window.js';
import { makeMixture, omitBreak } from './mixed-counts.js';

/**
 * Finds the count over some months that end with a period: the sum of the counts of periods that cover them. It has no value if
 * a part has none. Returns null if the end of the months has no count.
 */
export function findCountOver(
  id: string,
  span: MonthSpan,
  period: Period,
  history: readonly PeriodData[],
): Figure | null {
  const findPart = (part: Period): Figure | undefined => findPeriodData(history, part)?.inPeriod[id];
  const window = listWindow(span, period, history, ({ inPeriod }) => inPeriod[id] !== undefined);
  const parts = window.flatMap((part) => findPart(part) ?? []);
  const latest = findPart(window.at(-1) ?? period);
  const [first] = parts;
  if (!latest || !first) return null;
  const absent = window.filter((part) => !findPart(part)).map(({ label }) => label);
  if (absent.length > 0)
    return { ...latest, value: null, reason: `no count on file for ${joinNames(absent)}` };
  const stray = parts.find(({ window }) => window !== undefined);
  if (stray && parts.length > 1)
    return { ...stray, value: null, reason: `a count covers ${stray.period ?? 'other days'}` };
  const missing = parts.find(({ value }) => value === null);
  if (missing) return { ...missing, formula: formatValue(missing) };
  const broken = findBrokenPart(parts);
  if (broken) return makeMixture(broken);
  return {
    ...(parts.length === 1 ? first : omitBreak(first)),
    value: sum(parts.map(({ value }) => value ?? 0)),
    places: findMostPlaces(parts),
    formula: parts.map(formatValue).join(' + '),
    inputs: parts,
  };
}
