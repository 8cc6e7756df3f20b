import { formatValue } from '../../format/figures.js';
import { formatPoints } from '../../format/numbers.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import type { PeriodChange } from './compare-periods.js';

/** Describes a change in words: "fell by 6 percentage points, from 56% to 50%, since 2007/08". */
export function describeMove({ from, to, since }: PeriodChange): string {
  const [before = '', after = ''] = [from, to].map(formatValue);
  const difference = (to.value ?? 0) - (from.value ?? 0);
  if (difference === 0) return `did not change since ${since}, and is ${after}`;
  if (before === after) return `hardly changed since ${since}, and is ${after}`;
  const size =
    to.unit === 'percent' ? ` by ${formatPoints(Math.abs(difference), findMostPlaces([from, to]))},` : '';
  return `${difference < 0 ? 'fell' : 'rose'}${size} from ${before} to ${after}, since ${since}`;
}
