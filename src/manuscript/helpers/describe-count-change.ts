import { formatValue } from '../../format/figures.js';
import { formatPercent } from '../../format/numbers.js';
import { formatNumberInWords } from '../../format/words.js';
import { findSign, type Change } from '../../model/change.js';
import type { Inline } from '../../model/inline.js';
import { nameSpan } from '../../model/name-span.js';
import { isYearEnd, windowLabel } from '../../model/period.js';
import { hasUnequalDays, isRateNoticeable } from './change-values.js';
import { makeFigureInline, makeTextInline } from './figure-values.js';

/** Periods that differ by a larger share than this differ by more than the lengths of months and years. */
const SIMILAR_LENGTH = 0.05;

/** Returns true for a count that was 0. It has no change in per cent. */
export function isFromNothing({ from, to }: Change): boolean {
  return from.value === 0 && to.value !== null && from.unit !== 'percent' && from.unit !== 'points';
}

/** Describes a count that was 0: "rose from 0 to 25". */
export function describeRiseFromNothing({ from, to }: Change, since = ''): Inline[] {
  if (to.value === 0) return [makeTextInline('stayed the same, at '), makeFigureInline(to)];
  return [
    makeTextInline('rose from '),
    makeFigureInline(from),
    makeTextInline(' to '),
    makeFigureInline(to),
    makeTextInline(since),
  ];
}

/** Returns true if the number rose and its daily rate did not, or the other way round. */
export function doNumberAndRateDiffer(change: Change): boolean {
  if (!hasUnequalDays(change) || change.figure.value === null || isFromNothing(change)) return false;
  return !isRateNoticeable(change) || Math.sign(change.figure.value) !== findSign(change.direction);
}

/**
 * Describes a number that went another way than its daily rate: "rose from 10,000 to 10,010, but fell by 0.2% per day, as
 * 2007/08 had a day more".
 */
export function describeNumberAndRate(change: Change, since = ''): Inline[] {
  return [
    ...describeNumber(change, since),
    makeTextInline(', but '),
    ...describeRate(change),
    makeTextInline(`, as ${describeDays(change)}`),
  ];
}

function describeNumber({ figure, from, to }: Change, since: string): Inline[] {
  const difference = figure.value ?? 0;
  if (!/[1-9]/.test(formatValue(figure))) {
    const words = difference === 0 ? 'stayed the same' : 'stayed about the same';
    return [makeTextInline(`${words}${since}, at `), makeFigureInline(to)];
  }
  return [
    makeTextInline(difference > 0 ? 'rose from ' : 'fell from '),
    makeFigureInline(from),
    makeTextInline(' to '),
    makeFigureInline(to),
    makeTextInline(since),
  ];
}

function describeRate(change: Change): Inline[] {
  if (change.direction === 'unchanged') return [makeTextInline('did not change per day')];
  if (!isRateNoticeable(change)) return [makeTextInline('hardly changed per day')];
  return [makeTextInline(`${change.direction} by `), ...describeDailyChange(change)];
}

/** Adds the change by day if one of the periods is much longer: ", and by 2.3% per day". */
export function describeRateOfLongerPeriod(change: Change): Inline[] {
  const { days, to } = change;
  if (!days || to.value === 0 || Math.abs(days.earlier / days.later - 1) < SIMILAR_LENGTH) return [];
  return [makeTextInline(', and by '), ...describeDailyChange(change)];
}

function describeDailyChange({ relative }: Change): Inline[] {
  return [
    makeFigureInline(relative, formatPercent(Math.abs(relative.value ?? 0), 1)),
    makeTextInline(' per day'),
  ];
}

/** Describes the difference in length: "2007/08 had a day more". */
function describeDays(change: Change): string {
  const difference = (change.days?.earlier ?? 0) - (change.days?.later ?? 0);
  const count = Math.abs(difference);
  const days = count === 1 ? 'a day' : `${formatNumberInWords(count)} days`;
  return `${nameEarlierPeriod(change)} had ${days} ${difference > 0 ? 'more' : 'fewer'}`;
}

function nameEarlierPeriod(change: Change): string {
  if ('isOfPeriod' in change && change.isOfPeriod === true) return change.earlier.label;
  if (change.from.span !== undefined) return nameSpan(change.from, change.earlier);
  return isYearEnd(change.earlier)
    ? windowLabel(change.earlier)
    : `the year to the end of ${change.earlier.label}`;
}
