import type { Figure } from '../model/figure.js';
import type { CountFields, MeasureFields } from '../model/measure.js';
import {
  countDaysOfSpan,
  countMonths,
  countSharedMonths,
  removeSharedMonths,
  type MonthSpan,
} from '../model/month-span.js';
import type { PeriodData } from '../model/period-data.js';
import { compareCounts, countDaysOf, type ExposedCount } from './compare-counts.js';
import { addUpParts } from './find-count-in-period.js';
import { doDaysOverlap, getDays } from './overlap-of-days.js';
import { makeUntested, type TestResult } from './test-result.js';

/** A count over some months. */
export interface WindowedCount {
  figure: Figure;
  span: MonthSpan;
  /** The people among whom the events were counted. 1 for a count that is not divided. */
  people: number;
}

/**
 * Tests the change between two counts. Windows that overlap are compared by the months that only one of them has, because the
 * shared months are the same events. `countId` names the counts in the data.
 */
export function testWindowedCounts(
  measure: CountFields & MeasureFields,
  countId: string,
  before: WindowedCount,
  after: WindowedCount,
  history: readonly PeriodData[],
): TestResult {
  const whole = compareCounts(measure, expose(before), expose(after));
  const relative = whole.relative ?? null;
  if (before.figure.window ?? after.figure.window)
    return doDaysOverlap(getDays(before.figure, before.span), getDays(after.figure, after.span))
      ? { ...makeUntested('the two periods overlap'), relative }
      : whole;
  const sharedMonths = countSharedMonths(before.span, after.span);
  if (sharedMonths === 0 || whole.pValue === null) return whole;
  const apart =
    sharedMonths === countMonths(before.span)
      ? compareWithRest(measure, before, after)
      : compareApart(measure, countId, before, after, history);
  return { ...apart, relative, sharedMonths };
}

/** Compares an earlier count with the rest of a later one that includes it, such as two counts of the same year so far. */
function compareWithRest(
  measure: CountFields & MeasureFields,
  before: WindowedCount,
  after: WindowedCount,
): TestResult {
  const rest = (after.figure.value ?? 0) - (before.figure.value ?? 0);
  if (rest < 0) return makeUntested('the earlier count was revised');
  const days = countDaysOfSpan(after.span) - countDaysOfSpan(before.span);
  if (days === 0) return makeUntested('both figures cover the same months');
  return compareCounts(measure, expose(before), {
    count: { ...after.figure, value: rest },
    exposure: days * after.people,
  });
}

function compareApart(
  measure: CountFields & MeasureFields,
  countId: string,
  before: WindowedCount,
  after: WindowedCount,
  history: readonly PeriodData[],
): TestResult {
  const [left, right] = removeSharedMonths(before.span, after.span);
  const first = addUpParts(countId, left, history);
  const last = addUpParts(countId, right, history);
  return first && last && first.value !== null && last.value !== null
    ? compareCounts(
        measure,
        expose({ ...before, figure: first, span: left }),
        expose({ ...after, figure: last, span: right }),
      )
    : makeUntested('the counts of the months that differ are not on file');
}

function expose({ figure, span, people }: WindowedCount): ExposedCount {
  return { count: figure, exposure: people * countDaysOf(figure, countDaysOfSpan(span)) };
}
