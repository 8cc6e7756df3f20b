import type { Direction } from './change.js';
import { removeFloatNoise } from '../statistics/rounding.js';

/** Compares two gaps by their sizes. A gap that changed its sign is reversed. */
export function compareGaps(from: number, to: number): Direction {
  if (from * to < 0) return 'reversed';
  const growth = removeFloatNoise(Math.abs(to) - Math.abs(from));
  return growth > 0 ? 'widened' : growth < 0 ? 'narrowed' : 'unchanged';
}
