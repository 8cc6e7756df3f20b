import { ORDINARY_DESIGN_EFFECT } from '../statistics/ordinary-design-effect.js';
import { adjustFamily, getLeast } from './adjust-family.js';
import { ALPHA } from './confidence.js';
import type { ComparedIndicator } from './group-into-families.js';

/** The search for the largest design effect stops here. */
const UNBOUNDED = 1e6;

/** Returns true if an ordinary design effect would undo a significant verdict. `index` is its position in the family. */
export function isUndoneByOrdinaryDesignEffect(family: readonly ComparedIndicator[], index: number): boolean {
  return !isSignificantAt(ORDINARY_DESIGN_EFFECT, family, index);
}

/**
 * Finds the largest design effect at which a significant verdict holds, by bisection, at the least favourable values. It
 * counts throughout for every change of the family whose design effect is not fully known.
 */
export function findLargestDesignEffect(family: readonly ComparedIndicator[], index: number): number {
  let [low, high] = [0, 1];
  while (isSignificantAt(high, family, index) && high < UNBOUNDED) [low, high] = [high, high * 2];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (isSignificantAt(middle, family, index)) low = middle;
    else high = middle;
  }
  return low;
}

function isSignificantAt(designEffect: number, family: readonly ComparedIndicator[], index: number): boolean {
  return (adjustFamily(family, getLeast, designEffect)[index] ?? 1) < ALPHA;
}
