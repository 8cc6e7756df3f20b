import { publishedChange, type PublishedWindow } from './survey.js';

/** A rolling figure that was rounded for publication. */
export interface RoundedWindow extends PublishedWindow {
  /** Half a unit of the last published place, as a fraction: 0.005 for 64%. It is 0 for an unrounded figure. */
  halfUnit: number;
}

/** The test of the change between two unrounded values. `z` is null where the figures have no variance. */
interface EndTest {
  diff: number;
  z: number | null;
  /** The z-score with a design effect of 1 in both windows. */
  plainZ: number | null;
  pValue: number;
}

/** The tests of the smallest and of the largest change between values that print as published. */
export interface RoundingRange {
  least: EndTest;
  most: EndTest;
}

/**
 * Tests the least and the most favourable unrounded values of two rounded figures. The size of z grows with the distance
 * between the two values, so both are at ends of their ranges. Equal figures may hide a change in either direction.
 */
export function testRoundingRange(
  earlier: RoundedWindow,
  later: RoundedWindow,
  shared: number,
  confidence: number,
  size = 4,
): RoundingRange {
  const testValues = (from: number, to: number): EndTest => {
    const [before, after] = [
      { ...earlier, p: from },
      { ...later, p: to },
    ];
    const { diff, z, pValue } = publishedChange(before, after, shared, confidence, size);
    const plain = publishedChange({ ...before, deff: 1 }, { ...after, deff: 1 }, shared, confidence, size);
    return { diff, z, plainZ: plain.z, pValue };
  };
  const [a, b] = [findUnroundedValues(earlier), findUnroundedValues(later)];
  const [highest, lowest] = [testValues(a.lowest, b.highest), testValues(a.highest, b.lowest)];
  const [least, most] = getSize(highest) < getSize(lowest) ? [highest, lowest] : [lowest, highest];
  return { least: highest.diff > 0 && lowest.diff < 0 ? NO_CHANGE : least, most };
}

/** The result where the ranges of the two figures overlap, so that their unrounded values may be equal. */
const NO_CHANGE: EndTest = { diff: 0, z: 0, plainZ: 0, pValue: 1 };

/** Finds the unrounded values, between 0 and 1, that print as published. */
function findUnroundedValues({ p, halfUnit }: RoundedWindow): { lowest: number; highest: number } {
  return { lowest: Math.max(0, p - halfUnit), highest: Math.min(1, p + halfUnit) };
}

function getSize({ z }: EndTest): number {
  return Math.abs(z ?? 0);
}
