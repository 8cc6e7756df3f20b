import { joinNames } from '../format/words.js';
import type { Figure } from '../model/figure.js';
import { findPeriodData } from '../model/find-period-data.js';
import type { MonthSpan } from '../model/month-span.js';
import type { PeriodData } from '../model/period-data.js';
import type { Period } from '../model/period.js';
import { addUpCounts } from './add-up-counts.js';
import { listWindow } from './list-window.js';

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
  return addUpCounts(first, parts);
}
