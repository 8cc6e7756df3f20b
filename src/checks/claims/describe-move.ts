import { formatValue } from '../../format/figures.js';
import { formatPoints } from '../../format/numbers.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import type { PeriodChange } from './compare-periods.js';

/** Describes a change in words: "fell by 6 percentage points compared with 2007/08, from 56% to 50%". */
export function describeMove({ from, to, since }: PeriodChange): string {
  const [before = '', after = ''] = [from, to].map(formatValue);
  const difference = (to.value ?? 0) - (from.value ?? 0);
  if (difference === 0) return `stayed the same as in ${since}, at ${after}`;
  if (before === after) return `stayed about the same as in ${since}, at ${after}`;
  const verb = difference < 0 ? 'fell' : 'rose';
  if (to.unit !== 'percent') return `${verb} from ${before} to ${after} compared with ${since}`;
  const size = formatPoints(Math.abs(difference), findMostPlaces([from, to]));
  return `${verb} by ${size} compared with ${since}, from ${before} to ${after}`;
}
