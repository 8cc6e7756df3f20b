import type { Figure } from '../model/figure.js';
import { findBreak } from '../model/find-break.js';
import { findFigure } from '../model/find-figure.js';
import { findPeriodEnd } from '../model/compared-period.js';
import { findSign, type Change, type Direction, type Test } from '../model/change.js';
import type { Indicator } from '../model/indicator.js';
import type { BetterWhen } from '../model/better-when.js';
import type { ComparedFields, MeasureFields } from '../model/measure.js';
import { windowLabel, type Period } from '../model/period.js';
import { removeFloatNoise } from '../statistics/rounding.js';
import { assessChangeTarget } from './assess-change-target.js';
import { makeDifference, makeRelativeChange, type Comparison } from './change-figures.js';
import { decideVerdict } from './decide-verdict.js';
import { explainBreak } from './explain-break.js';
import { makeMissingFigure } from './make-missing-figure.js';
import { makeUntested, type TestResult } from './test-result.js';

export interface ChangeOptions {
  /** The name of the measures whose changes are tested together. */
  family: string;
  testChange: (earlier: Period, from: Figure, to: Figure) => TestResult;
  /** Decides which way the value went. By default, the difference decides. */
  findDirection?: (from: number, to: number, result: TestResult) => Direction;
  /** Counts the days that a quarter's figure covers, if it is a count that grows with them. */
  countDays?: (period: Period, figure: Figure) => number;
  /** Names the period that a quarter's figure covers. */
  namePeriod?: (period: Period) => string;
  /** Gives the reason why a quarter has no figure. */
  explainMissing?: (period: Period) => string;
  /** Names the earlier period in sentences. By default, the fourth quarter has the name of its year. */
  nameEarlier?: (period: Period, figure: Figure) => string;
}

/**
 * Measures the change since the earlier period that the measure names: a difference of unrounded values, with
 * its test. Returns null if the measure names no period. `adjustTests` adjusts the test for the others of its
 * family.
 */
export function measureChange(
  measure: MeasureFields & ComparedFields,
  period: Period,
  indicator: Indicator,
  {
    family,
    testChange,
    findDirection = compareValues,
    countDays,
    namePeriod = ({ label }) => label,
    explainMissing = (end) => `not published for ${namePeriod(end)}`,
    nameEarlier = windowLabel,
  }: ChangeOptions,
): Change | null {
  if (measure.compareWith === undefined) return null;
  const { value: to } = indicator;
  const earlier = findPeriodEnd(measure.compareWith, period);
  const from = findFigure(indicator, earlier) ?? makeMissingFigure(measure, explainMissing(earlier));
  const seriesBreak = findBreak(indicator, from);
  const difference =
    from.value === null || to.value === null || seriesBreak !== null
      ? null
      : removeFloatNoise(to.value - from.value);
  const reason = difference === null ? explainNoDifference(from, to, seriesBreak) : null;
  const result = reason === null ? testChange(earlier, from, to) : makeUntested(reason);
  const direction =
    from.value === null || to.value === null || seriesBreak !== null
      ? 'unknown'
      : findDirection(from.value, to.value, result);
  const comparison: Comparison = { measure, period, earlier, from, to, reason };
  const relative = makeRelativeChange(comparison, result.relative);
  const figure = makeDifference(comparison, difference, result.interval);
  return {
    from,
    to,
    earlier,
    since: nameEarlier(earlier, from),
    later: namePeriod(period),
    direction,
    days: countDays ? { earlier: countDays(earlier, from), later: countDays(period, to) } : null,
    better: isBetter(direction, measure.betterWhen),
    isNotable: isNotable(measure, difference, relative.value),
    figure,
    relative,
    target: assessChangeTarget(measure, { from, to, figure, relative, direction }),
    test: makeUnadjustedTest(family, result),
    verdict: decideVerdict(direction, { least: result.pValue, most: result.pValue }, measure.betterWhen),
  };
}

function explainNoDifference(from: Figure, to: Figure, seriesBreak: string | null): string {
  const missing = [from, to].find(({ value }) => value === null);
  if (missing) return missing.reason ?? 'a figure is missing';
  return explainBreak(seriesBreak ?? '');
}

function makeUnadjustedTest(family: string, result: TestResult): Test {
  return {
    pValue: result.pValue,
    reason: result.pValue === null ? (result.reason ?? 'not tested') : null,
    z: result.z,
    plainZ: result.plainZ ?? result.z,
    adjusted: result.pValue,
    together: 1,
    family,
    sharedMonths: result.sharedMonths ?? 0,
    simpleRandom: result.simpleRandom ?? false,
    largestDesignEffect: null,
    equalWaves: result.equalWaves ?? false,
    rounding: result.rounding ?? null,
  };
}

function compareValues(from: number, to: number): Direction {
  const difference = removeFloatNoise(to - from);
  return difference > 0 ? 'rose' : difference < 0 ? 'fell' : 'unchanged';
}

function isBetter(direction: Direction, betterWhen: BetterWhen): boolean | null {
  const sign = findSign(direction);
  if (sign === null || sign === 0 || betterWhen === 'neither') return null;
  return sign > 0 === (betterWhen === 'higher');
}

/** Returns true if a change has the size that `notable:` asks for. A change from zero has no size in per cent and is notable. */
function isNotable(
  { notable, unit }: MeasureFields & ComparedFields,
  difference: number | null,
  relative: number | null,
): boolean {
  if (difference === null || difference === 0) return false;
  const size = unit === 'percent' || unit === 'points' ? difference : relative;
  return size === null || Math.abs(size) >= notable - 1e-9;
}
