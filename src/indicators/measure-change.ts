import type { Figure, Interval } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import type { Change, Test, Verdict } from '../model/change.js';
import type { Measure } from '../model/measure.js';
import { quarterLabel, windowLabel, type Quarter } from '../model/quarter.js';
import { removeFloatNoise } from '../statistics/rounding.js';
import { changeVerdict } from '../statistics/verdict.js';
import { ALPHA, earlierQuarter, missingFigure } from './indicator-of.js';

/** What the test of one change found, before others are taken into account. */
export interface Finding {
  pValue: number | null;
  z: number | null;
  /** Of the difference, as fractions or counts. */
  interval: Interval | null;
  /** In per cent of the earlier value, where the plain ratio of the two figures is not it. */
  relative?: number | null;
  sharedQuarters?: number;
  simpleRandom?: boolean;
  equalWaves?: boolean;
  reason: string | null;
}

export function untested(reason: string): Finding {
  return { pValue: null, z: null, interval: null, reason };
}

/**
 * The change since the earlier period that the measure names: a difference of unrounded values, with its test. Null where the
 * measure names no period. The adjustment for several tests comes later (adjustTests).
 */
export function measureChange(
  measure: Measure,
  quarter: Quarter,
  { series, value }: Indicator,
  find: (earlier: Quarter, from: Figure, to: Figure) => Finding,
): Change | null {
  const earlier = earlierQuarter(measure, quarter);
  if (earlier === null) return null;
  const from = series.find((one) => one.quarter === earlier)?.figure ?? missingFigure(measure, earlier);
  const difference =
    from.value === null || value.value === null ? null : removeFloatNoise(value.value - from.value);
  const reason =
    difference === null ? ((from.value === null ? from : value).reason ?? 'a figure is missing') : null;
  const found = reason === null ? find(earlier, from, value) : untested(reason);
  const compared = { measure, quarter, earlier, from, to: value, reason };
  return {
    from,
    to: value,
    earlier,
    since: windowLabel(earlier),
    direction: directionOf(difference),
    better: isBetter(difference, measure.betterWhen),
    figure: differenceFigure(compared, difference, found.interval),
    relative: relativeFigure(compared, found.relative),
    test: testOf(measure, found),
    verdict: verdictOf(difference, found.pValue, measure.betterWhen),
  };
}

/** The verdict on a difference by its (adjusted) p-value. */
export function verdictOf(
  difference: number | null,
  pValue: number | null,
  betterWhen: Measure['betterWhen'],
): Verdict {
  const outcomes: Record<string, Verdict['outcome']> = {
    'statistically significant improvement': 'better',
    'statistically significant deterioration': 'worse',
    'statistically significant increase': 'increase',
    'statistically significant decrease': 'decrease',
    'no statistically significant change': 'no-clear-change',
  };
  const outcome = outcomes[changeVerdict(difference, pValue, ALPHA, betterWhen)] ?? 'not-tested';
  return { outcome, significant: outcome !== 'no-clear-change' && outcome !== 'not-tested' };
}

function testOf(measure: Measure, found: Finding): Test {
  return {
    pValue: found.pValue,
    reason: found.pValue === null ? (found.reason ?? 'not tested') : null,
    z: found.z,
    adjusted: found.pValue,
    together: 1,
    family: measure.survey?.id ?? (measure.kind === 'group-gap' ? 'gaps' : 'counts'),
    sharedQuarters: found.sharedQuarters ?? 0,
    simpleRandom: found.simpleRandom ?? false,
    largestDesignEffect: null,
    equalWaves: found.equalWaves ?? false,
    holdsAfterRounding: null,
    largestAfterRounding: null,
  };
}

/** Two figures of one measure, and why nothing can be said of their difference. */
interface Compared {
  measure: Measure;
  quarter: Quarter;
  earlier: Quarter;
  from: Figure;
  to: Figure;
  reason: string | null;
}

function differenceFigure(compared: Compared, value: number | null, interval: Interval | null): Figure {
  const { measure, quarter, earlier, from, to, reason } = compared;
  return {
    id: `${measure.id}.change`,
    label: `${measure.label}: change`,
    value,
    unit: measure.unit === 'percent' ? 'points' : measure.unit,
    period: periodOf(compared),
    place: (to.value === null || from.value !== null ? to : from).place,
    source: to.source,
    formula: `${measure.id} ${quarter} − ${measure.id} ${earlier}`,
    inputs: [to, from],
    ...(to.base !== undefined && { base: to.base }),
    ...assumedOf(from, to),
    ...(interval && { interval }),
    ...(reason !== null && { reason }),
  };
}

/** @param given the change where it is not what the two values come to, as of days of unequal number. */
function relativeFigure(compared: Compared, given: number | null | undefined): Figure {
  const { measure, quarter, earlier, from, to, reason } = compared;
  const plain =
    from.value === null || to.value === null || from.value === 0 ? null : to.value / from.value - 1;
  const value = given === undefined ? plain : given;
  return {
    id: `${measure.id}.percent-change`,
    label: `${measure.label}: change in per cent`,
    value,
    unit: 'percent',
    place: to.place,
    source: to.source,
    period: periodOf(compared),
    formula: `${measure.id} ${quarter} ÷ ${measure.id} ${earlier} − 1${given === undefined ? '' : ', by day'}`,
    inputs: [to, from],
    ...assumedOf(from, to),
    ...(value === null && { reason: reason ?? 'nothing was counted before' }),
  };
}

function periodOf({ quarter, earlier, from, to }: Compared): string {
  return `from ${from.period ?? quarterLabel(earlier)}, to ${to.period ?? quarterLabel(quarter)}`;
}

/** What had to be assumed of either figure holds for their difference too. */
function assumedOf(...figures: Figure[]): Pick<Figure, 'assumed'> {
  const all = [...new Set(figures.flatMap(({ assumed }) => assumed ?? []))];
  return all.length > 0 ? { assumed: all.join(' ') } : {};
}

function directionOf(difference: number | null): Change['direction'] {
  if (difference === null) return 'unknown';
  return difference > 0 ? 'rose' : difference < 0 ? 'fell' : 'unchanged';
}

function isBetter(difference: number | null, betterWhen: Measure['betterWhen']): boolean | null {
  if (difference === null || difference === 0 || betterWhen === 'neither') return null;
  return difference > 0 === (betterWhen === 'higher');
}
