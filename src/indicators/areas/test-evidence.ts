import { testDifferences } from '../../statistics/differences.js';
import { testRateDifferences } from '../../statistics/rate-differences.js';
import { ALPHA } from '../confidence.js';
import type { Evidence } from './evidence.js';

/** The result of a test of two areas, or of an area and a comparator. */
export interface EvidenceTest {
  outcome: 'differs' | 'no-clear-difference' | 'too-close-to-call' | 'not-tested';
  /** True if an ordinary design effect would undo the outcome, and the true one is not known. */
  isProbable: boolean;
  /** Adjusted for the pairs tested together (Holm). Null if not tested. */
  pValue: number | null;
}

export type EvidencePair = readonly [Evidence | null, Evidence | null];

const NOT_TESTED: EvidenceTest = { outcome: 'not-tested', isProbable: false, pValue: null };

/** Tests pairs together, as independent samples. Pairs without evidence are not tested, and do not count. */
export function testEvidence(pairs: readonly EvidencePair[], dispersion: number): EvidenceTest[] {
  const results = pairs.map(() => NOT_TESTED);
  const shares = pairs.flatMap(([first, second], index) =>
    first?.kind === 'share' && second?.kind === 'share'
      ? [{ index, pair: [first.share, second.share] as const }]
      : [],
  );
  const events = pairs.flatMap(([first, second], index) =>
    first?.kind === 'events' && second?.kind === 'events'
      ? [{ index, pair: [first.events, second.events] as const }]
      : [],
  );
  const shareTests = testDifferences(
    shares.map(({ pair }) => pair),
    ALPHA,
  );
  const rateTests = testRateDifferences(
    events.map(({ pair }) => pair),
    dispersion,
    ALPHA,
  );
  for (const [position, { index }] of shares.entries()) {
    const test = shareTests[position];
    if (!test) continue;
    const { outcome, pValue, holdsIfClustered } = test;
    results[index] = { outcome, pValue, isProbable: outcome === 'differs' && !holdsIfClustered };
  }
  for (const [position, { index }] of events.entries()) {
    const test = rateTests[position];
    if (test) results[index] = { outcome: test.outcome, pValue: test.pValue, isProbable: false };
  }
  return results;
}
