import type { Figure } from '../model/figure.js';
import { gapChange, type GroupCorrelations, type Groups } from '../statistics/gap.js';
import { CONFIDENCE } from './confidence.js';
import { hasUnknownDesign } from './describe-design.js';
import { makeUntested, type TestResult } from './test-result.js';

/** Tests the change of a gap between two windows, which may share interviews. `from` and `to` are the two gaps. */
export function testGapChange(
  before: Groups | null,
  after: Groups | null,
  from: Figure,
  to: Figure,
  { correlations, sharedMonths }: { correlations: GroupCorrelations; sharedMonths: number },
): TestResult {
  if (!before || !after) return makeUntested('the answers of a group are missing');
  const { pValue, z, lower, upper } = gapChange(before, after, CONFIDENCE, correlations);
  if (lower === null || upper === null) return makeUntested('the answers of a group are missing');
  return {
    pValue,
    z,
    interval: { lower, upper, confidence: CONFIDENCE },
    sharedMonths,
    simpleRandom: hasUnknownDesign(from, to),
    plainZ: gapChange(setPlainDesign(before), setPlainDesign(after), CONFIDENCE, correlations).z,
    reason: null,
  };
}

function setPlainDesign({ reference, other }: Groups): Groups {
  return { reference: { ...reference, deff: 1 }, other: { ...other, deff: 1 } };
}
