import type { Figure } from '../model/figure.js';
import {
  countMonths,
  countSharedMonths,
  isSameSpan,
  rollingSpan,
  type MonthSpan,
} from '../model/month-span.js';
import { monthsOf, periodNoun, type Period } from '../model/period.js';
import { testRoundingRange, type RoundedWindow } from '../statistics/rounded-change.js';
import { overlapChange, publishedChange, type Wave } from '../statistics/survey.js';
import { CONFIDENCE } from './confidence.js';
import { hasUnknownDesign } from './describe-design.js';
import { findHalfUnit } from './find-half-unit.js';
import { makeUntested, type TestResult } from './test-result.js';

/** Tests the change between two windows whose waves are on file. A window is listed by its waves. */
export function testWaves(
  waves: readonly Wave[],
  earlier: readonly Period[],
  later: readonly Period[],
  from: Figure,
  to: Figure,
): TestResult {
  const compare = (sample: readonly Wave[]) =>
    overlapChange(sample, listIds(earlier), listIds(later), CONFIDENCE);
  const { status, pValue, z, lower, upper } = compare(waves);
  if (status !== 'ok' || lower === null || upper === null)
    return makeUntested(`the interviews of a ${periodNoun(later.at(-1) ?? { kind: 'quarter' })} are missing`);
  return {
    pValue,
    z,
    interval: { lower, upper, confidence: CONFIDENCE },
    sharedMonths: later.filter((member) => earlier.includes(member)).flatMap(monthsOf).length,
    simpleRandom: hasUnknownDesign(from, to),
    plainZ: compare(waves.map((wave) => ({ ...wave, deff: 1 }))).z,
    reason: null,
  };
}

const listIds = (window: readonly Period[]): string[] => window.map(({ id }) => id);

/**
 * Tests the change between two windows if one or both were published without their waves. Windows without a month in
 * common are independent. Of windows that overlap, only those of equal length are tested.
 */
export function testPublished(
  earlier: Period,
  later: Period,
  from: Figure,
  to: Figure,
  confidence = CONFIDENCE,
): TestResult {
  if (from.value === null || to.value === null || from.base === undefined || to.base === undefined)
    return makeUntested('the number of people asked was not published');
  const overlap = findOverlap(from.span ?? rollingSpan(earlier), to.span ?? rollingSpan(later));
  if ('reason' in overlap) return makeUntested(overlap.reason);
  const { sharedMonths, months } = overlap;
  const [before, after] = [makeWindow(from), makeWindow(to)];
  const change = publishedChange(before, after, sharedMonths, confidence, months);
  const plain = publishedChange(
    { ...before, deff: 1 },
    { ...after, deff: 1 },
    sharedMonths,
    confidence,
    months,
  );
  return {
    pValue: change.pValue,
    z: change.z,
    interval: { lower: change.lower, upper: change.upper, confidence },
    sharedMonths,
    simpleRandom: hasUnknownDesign(from, to),
    plainZ: plain.z,
    equalWaves: true,
    rounding: testRoundingRange(before, after, sharedMonths, confidence, months),
    reason: null,
  };
}

/** Counts the months that two windows have in common, and the months of a window. */
function findOverlap(
  earlier: MonthSpan | 'unknown',
  later: MonthSpan | 'unknown',
): { sharedMonths: number; months: number } | { reason: string } {
  if (earlier === 'unknown' || later === 'unknown')
    return { reason: 'the months that a figure covers are not known' };
  const [sharedMonths, months] = [countSharedMonths(earlier, later), countMonths(later)];
  if (isSameSpan(earlier, later)) return { reason: 'both figures cover the same months' };
  if (sharedMonths > 0 && countMonths(earlier) !== months)
    return { reason: 'the two periods overlap, and differ in length' };
  return { sharedMonths, months };
}

function makeWindow(figure: Figure): RoundedWindow {
  const { value, base, designEffect } = figure;
  return { p: value ?? 0, n: base ?? 0, deff: designEffect ?? 1, halfUnit: findHalfUnit(figure) };
}
