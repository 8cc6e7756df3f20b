import { isToCome, type Figure, type Interval } from '../../model/figure.js';
import type { MeasureOf } from '../../model/measure.js';
import { countDaysOfSpan, type MonthSpan } from '../../model/month-span.js';
import type { Period } from '../../model/period.js';
import type { AreaChange } from '../../model/ranking.js';
import { isMoney } from '../../model/unit.js';
import { countChange, countChangeQuasi } from '../../statistics/counts.js';
import type { Bounds } from '../../statistics/proportion.js';
import { removeFloatNoise } from '../../statistics/rounding.js';
import type { RankableValue } from '../../statistics/ranking.js';
import { ORDINARY_DESIGN_EFFECT } from '../../statistics/ordinary-design-effect.js';
import { countDaysOf } from '../compare-counts.js';
import { CONFIDENCE } from '../confidence.js';
import { joinDesigns } from '../describe-design.js';
import { doDaysOverlap, getDays } from '../overlap-of-days.js';
import { testPublished } from '../test-survey-change.js';
import { readEvents } from './evidence.js';

type Measure = MeasureOf<'area-ranking'>;

/** The two periods of a change, and the words for the earlier one. */
export interface ChangePeriods {
  earlier: Period;
  later: Period;
  since: string;
  /** The decimal places of changes that are differences: the most that any result has. */
  places: number;
  /** The reason why results of the two periods cannot be compared. Null if they can. */
  seriesBreak: string | null;
  /** The months that results of each period cover, unless they state their own. */
  spans: { earlier: MonthSpan; later: MonthSpan };
}

/** The change of one area, and its test before it is adjusted for the other areas. */
export interface MeasuredChange extends Pick<AreaChange, 'figure' | 'from' | 'direction' | 'better'> {
  /** The p-values of the test, as published, and at the least and the most favourable unrounded values. Null if not tested. */
  test: ChangeTest | null;
  /** The reason why there is no test. */
  reason: string | null;
  sharedMonths: number;
  simpleRandom: boolean;
}

interface ChangeTest {
  published: number;
  least: number;
  most: number;
  /** The least favourable p-value with an ordinary design effect, where the true one is not known. */
  clustered: number;
  boundsAt: (confidence: number) => Bounds;
}

type Tested = Pick<MeasuredChange, 'test' | 'reason' | 'sharedMonths' | 'simpleRandom'>;

/** Measures the change of an area's result since an earlier period. */
export function measureAreaChange(
  measure: Measure,
  id: string,
  from: Figure,
  to: Figure,
  periods: ChangePeriods,
): MeasuredChange {
  const { value, reason } = computeChange(measure, from, to, periods);
  const isKnown = from.value !== null && to.value !== null;
  const tested =
    isKnown && periods.seriesBreak === null
      ? testChange(measure, from, to, periods)
      : makeUntested(periods.seriesBreak ?? 'a result is missing');
  const figure = makeChangeFigure(measure, id, from, to, periods, value, reason);
  return {
    figure: tested.test && value !== null ? { ...figure, ...addInterval(tested.test, from, to) } : figure,
    from,
    ...findDirection(measure, from, to, periods, value),
    ...tested,
  };
}

/** Returns true if the results of a measure change in per cent. Other results change by a difference in their own unit. */
function isRelative({ unit, per }: Measure): boolean {
  return unit === 'count' || isMoney(unit) || per !== undefined;
}

function computeChange(
  measure: Measure,
  from: Figure,
  to: Figure,
  periods: ChangePeriods,
): { value: number | null; reason: string | null } {
  const missing = [to, from].find(({ value }) => value === null);
  if (missing || from.value === null || to.value === null)
    return { value: null, reason: missing?.reason ?? 'a result is missing' };
  if (periods.seriesBreak !== null) return { value: null, reason: periods.seriesBreak };
  if (!isRelative(measure)) return { value: removeFloatNoise(to.value - from.value), reason: null };
  if (from.value === 0 && to.value === 0) return { value: 0, reason: null };
  if (from.value <= 0) {
    const what = from.value === 0 ? 'zero' : 'below zero';
    return { value: null, reason: `the result for ${periods.since} is ${what}` };
  }
  const days = countDays(measure, periods, from, to);
  return {
    value: removeFloatNoise((to.value * days.earlier) / (from.value * days.later) - 1),
    reason: null,
  };
}

/** Returns the days of two results that grow with time. Other results are compared as they are. */
function countDays(
  { unit, per }: Measure,
  { spans }: ChangePeriods,
  from: Pick<Figure, 'window'>,
  to: Pick<Figure, 'window'>,
): { earlier: number; later: number } {
  const growsWithTime = unit === 'count' || per !== undefined;
  return growsWithTime
    ? {
        earlier: countDaysOf(from, countDaysOfSpan(spans.earlier)),
        later: countDaysOf(to, countDaysOfSpan(spans.later)),
      }
    : { earlier: 1, later: 1 };
}

/** Returns the days of both periods if counts are compared by day because they differ. */
export function findUnequalDays(
  measure: Measure,
  periods: ChangePeriods,
): { earlier: number; later: number } | null {
  const days = countDays(measure, periods, {}, {});
  return days.earlier === days.later ? null : days;
}

function findDirection(
  measure: Measure,
  from: Figure,
  to: Figure,
  periods: ChangePeriods,
  change: number | null,
): Pick<AreaChange, 'direction' | 'better'> {
  if (from.value === null || to.value === null || periods.seriesBreak !== null)
    return { direction: 'unknown', better: null };
  const days = countDays(measure, periods, from, to);
  const size =
    change ?? removeFloatNoise(to.value / days.later) - removeFloatNoise(from.value / days.earlier);
  if (size === 0) return { direction: 'unchanged', better: null };
  const { betterWhen } = measure;
  return {
    direction: size > 0 ? 'rose' : 'fell',
    better: betterWhen === 'neither' ? null : size > 0 === (betterWhen === 'higher'),
  };
}

function makeChangeFigure(
  measure: Measure,
  id: string,
  from: Figure,
  to: Figure,
  { earlier, later, since, places }: ChangePeriods,
  value: number | null,
  reason: string | null,
): Figure {
  const isShare = isRelative(measure);
  const name = `${measure.id}.${id}`;
  const toCome = [to, from].find(isToCome);
  return {
    id: `${name}.change`,
    label: `${to.label}: change since ${since}`,
    value,
    unit: isShare ? 'percent' : measure.unit === 'percent' ? 'points' : measure.unit,
    places: isShare ? 1 : places,
    period: `from ${from.period ?? since}, to ${to.period ?? later.label}`,
    place: (toCome ?? to).place,
    source: to.source,
    formula: isShare
      ? `${name} ${later.id} ÷ ${name} ${earlier.id} − 1`
      : `${name} ${later.id} − ${name} ${earlier.id}`,
    inputs: [to, from],
    ...(reason !== null && { reason }),
  };
}

function addInterval(test: ChangeTest, from: Figure, to: Figure): Pick<Figure, 'interval'> {
  const { lower, upper } = test.boundsAt(CONFIDENCE);
  const interval: Interval = { lower, upper: Number.isFinite(upper) ? upper : null, confidence: CONFIDENCE };
  return { interval, ...(from.unit === 'percent' && joinDesigns(from, to)) };
}

function makeUntested(reason: string): Tested {
  return { test: null, reason, sharedMonths: 0, simpleRandom: false };
}

function testChange(measure: Measure, from: Figure, to: Figure, periods: ChangePeriods): Tested {
  if (measure.unit === 'percent') return testPercentages(from, to, periods);
  if (measure.unit === 'count' || measure.per !== undefined) return testCounts(measure, from, to, periods);
  return makeUntested('only percentages with a base, and counts of events, can be tested');
}

function testPercentages(from: Figure, to: Figure, { earlier, later }: ChangePeriods): Tested {
  const test = (confidence = CONFIDENCE, before = from, after = to) =>
    testPublished(earlier, later, before, after, confidence);
  const { pValue, reason, rounding, sharedMonths = 0, simpleRandom = false } = test();
  if (pValue === null) return makeUntested(reason ?? 'not tested');
  const clustered = test(CONFIDENCE, cluster(from), cluster(to));
  return {
    test: {
      published: pValue,
      least: rounding?.least.pValue ?? pValue,
      most: rounding?.most.pValue ?? pValue,
      clustered: clustered.rounding?.least.pValue ?? pValue,
      boundsAt: (confidence) => {
        const interval = test(confidence).interval;
        return { lower: interval?.lower ?? -1, upper: interval?.upper ?? 1 };
      },
    },
    reason: null,
    sharedMonths,
    simpleRandom,
  };
}

function cluster(figure: Figure): Figure {
  return { ...figure, designEffect: figure.designEffect ?? ORDINARY_DESIGN_EFFECT };
}

/** Tests two counts over their days or, for rates, over the days of their populations. */
function testCounts(measure: Measure, from: Figure, to: Figure, periods: ChangePeriods): Tested {
  const [before, after] = [from, to].map((figure) =>
    measure.per === undefined ? { count: figure.value ?? 0, exposure: 1 } : readEvents(figure),
  );
  if (!before || !after) return makeUntested('the events and the population are not published');
  if (doDaysOverlap(getDays(from, periods.spans.earlier), getDays(to, periods.spans.later)))
    return makeUntested('the two periods share events');
  const days = countDays(measure, periods, from, to);
  const counts = [
    before.count,
    after.count,
    before.exposure * days.earlier,
    after.exposure * days.later,
  ] as const;
  const { dispersion } = measure;
  const compare = (confidence: number) =>
    dispersion > 1 ? countChangeQuasi(...counts, dispersion, confidence) : countChange(...counts, confidence);
  const { pValue } = compare(CONFIDENCE);
  if (pValue === null) return makeUntested('the count of one of the periods is zero');
  return {
    test: {
      published: pValue,
      least: pValue,
      most: pValue,
      clustered: pValue,
      boundsAt: (confidence) => {
        const { ratioLower, ratioUpper } = compare(confidence);
        return { lower: (ratioLower ?? 0) - 1, upper: ratioUpper === null ? Infinity : ratioUpper - 1 };
      },
    },
    reason: null,
    sharedMonths: 0,
    simpleRandom: false,
  };
}

/** Makes a change that can be ranked with its error. Null for one that was not tested. */
export function toRankableChange(name: string, { figure, test }: MeasuredChange): RankableValue | null {
  return figure.value === null || !test
    ? null
    : { name, value: figure.value, size: 1, boundsAt: test.boundsAt };
}
