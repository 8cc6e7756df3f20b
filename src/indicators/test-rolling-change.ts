import type { Figure } from '../model/figure.js';
import { rollingWindow, type Quarter } from '../model/quarter.js';
import { overlapChange, publishedChange, type Wave } from '../statistics/survey.js';
import { CONFIDENCE } from './confidence.js';
import { hasUnknownDesign } from './describe-design.js';
import { makeUntested, type TestResult } from './test-result.js';

/** Tests the change between two rolling windows whose waves are on file. */
export function testWaves(
  waves: readonly Wave[],
  earlier: Quarter,
  later: Quarter,
  from: Figure,
  to: Figure,
): TestResult {
  const compare = (sample: readonly Wave[]) =>
    overlapChange(sample, rollingWindow(earlier), rollingWindow(later), CONFIDENCE);
  const { status, pValue, z, lower, upper, sharedQuarters } = compare(waves);
  if (status !== 'ok' || lower === null || upper === null)
    return makeUntested('the interviews of a quarter are missing');
  return {
    pValue,
    z,
    interval: { lower, upper, confidence: CONFIDENCE },
    sharedQuarters: sharedQuarters ?? 0,
    simpleRandom: hasUnknownDesign(from, to),
    plainZ: compare(waves.map((wave) => ({ ...wave, deff: 1 }))).z,
    reason: null,
  };
}

/** Tests the change between two rolling windows that were published without their waves. */
export function testPublished(earlier: Quarter, later: Quarter, from: Figure, to: Figure): TestResult {
  if (from.value === null || to.value === null || from.base === undefined || to.base === undefined)
    return makeUntested('the number of people asked was not published');
  const laterWindow = rollingWindow(later);
  const sharedQuarters = rollingWindow(earlier).filter((quarter) => laterWindow.includes(quarter)).length;
  const [before, after] = [makeWindow(from), makeWindow(to)];
  const change = publishedChange(before, after, sharedQuarters, CONFIDENCE);
  const plain = publishedChange({ ...before, deff: 1 }, { ...after, deff: 1 }, sharedQuarters, CONFIDENCE);
  return {
    pValue: change.pValue,
    z: change.z,
    interval: { lower: change.lower, upper: change.upper, confidence: CONFIDENCE },
    sharedQuarters,
    simpleRandom: hasUnknownDesign(from, to),
    plainZ: plain.z,
    equalWaves: true,
    reason: null,
  };
}

function makeWindow({ value, base, designEffect }: Figure): { p: number; n: number; deff: number } {
  return { p: value ?? 0, n: base ?? 0, deff: designEffect ?? 1 };
}
