import type { PeriodData } from '../model/period-data.js';
import type { MonthSpan } from '../model/month-span.js';
import { monthsOf, shiftPeriod, type Period } from '../model/period.js';

/**
 * Lists the periods that cover a window without a gap or an overlap, from those that `hasFigure` accepts. They may be of
 * several kinds: three months, then a quarter. If none cover it, lists the periods of the paper's kind within the window, so
 * that the missing ones can be named.
 */
export function listWindow(
  span: MonthSpan,
  period: Period,
  history: readonly PeriodData[],
  hasFigure: (data: PeriodData) => boolean,
): Period[] {
  const known = history.filter(hasFigure).map((data) => data.period);
  return tile(span, known) ?? listOwnKind(span, period);
}

/** Covers a window with periods, the longest first. Returns null if they leave a gap. */
export function tile({ first, last }: MonthSpan, known: readonly Period[]): Period[] | null {
  const parts: Period[] = [];
  for (let month = first; month <= last;) {
    const part = known
      .filter((candidate) => isStart(candidate, month) && getLastMonth(candidate) <= last)
      .reduce<Period | null>((best, next) => (best && best.end >= next.end ? best : next), null);
    if (!part) return null;
    parts.push(part);
    month = monthsOf(shiftPeriod(part, 1))[0] ?? '';
  }
  return parts;
}

function listOwnKind({ first }: MonthSpan, period: Period): Period[] {
  const earlier = shiftPeriod(period, -1);
  return earlier.start.slice(0, 7) < first
    ? [period]
    : [...listOwnKind({ first, last: '' }, earlier), period];
}

function isStart({ start }: Period, month: string): boolean {
  return start.slice(0, 7) === month;
}

function getLastMonth({ end }: Period): string {
  return end.slice(0, 7);
}
