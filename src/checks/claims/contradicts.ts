import type { Indicator } from '../../model/indicator.js';
import type { Claim } from './claim.js';
import type { Direction } from './lexicon.js';
import type { PeriodChange } from './compare-periods.js';

/** Returns true if a change is the opposite of a claim. Without a figure, a test or a better direction, it is not. */
export function contradicts({ direction, isLarge, isNegated }: Claim, change: PeriodChange): boolean {
  const went = findDirection(change);
  if (went === null) return false;
  if (isNegated) return change.isSignificant === true && agreesWith(direction, went, change) === true;
  if (direction === 'stable') return change.isSignificant === true;
  if (direction === 'kept') return change.isSignificant === true && change.isBetter === false;
  if (went === 'stable' || agreesWith(direction, went, change) === false) return true;
  return isLarge && change.isUnclear;
}

/** Finds the direction of the numbers. A gap counts by its size. */
function findDirection({ from, to }: PeriodChange): 'up' | 'down' | 'stable' | null {
  if (from.value === null || to.value === null) return null;
  const isGap = to.unit === 'points';
  if (isGap && from.value * to.value < 0) return null; // a reversed gap is neither wider nor narrower
  const difference = isGap ? Math.abs(to.value) - Math.abs(from.value) : to.value - from.value;
  if (Math.abs(difference) < 1e-9) return 'stable';
  return difference > 0 ? 'up' : 'down';
}

/** Returns true if a claimed direction is that of a change. Null if that cannot be decided. */
function agreesWith(
  claimed: Direction,
  went: 'up' | 'down' | 'stable',
  { isBetter }: PeriodChange,
): boolean | null {
  switch (claimed) {
    case 'up':
    case 'wider':
      return went === 'up';
    case 'down':
    case 'narrower':
      return went === 'down';
    case 'better':
      return isBetter;
    case 'worse':
      return isBetter === null ? null : !isBetter;
    case 'stable':
    case 'kept':
    case 'moved':
    case 'highest':
    case 'lowest':
    case 'best':
    case 'worst':
      return null;
    default:
      return claimed satisfies never;
  }
}

/** Finds an earlier figure that is beyond a claimed record. */
export function findOlderRecord(
  direction: Direction,
  { series, value, betterWhen }: Indicator,
): Indicator['series'][number] | null {
  const now = value.value;
  const sign = findRecordSign(direction, betterWhen);
  if (now === null || sign === 0) return null;
  const beyond = series.filter(({ figure }) => figure.value !== null && sign * (figure.value - now) > 1e-9);
  return beyond.sort((a, b) => sign * ((b.figure.value ?? 0) - (a.figure.value ?? 0)))[0] ?? null;
}

function findRecordSign(direction: Direction, betterWhen: Indicator['betterWhen']): number {
  const better = { higher: 1, lower: -1, neither: 0 }[betterWhen];
  if (direction === 'highest') return 1;
  if (direction === 'lowest') return -1;
  return direction === 'best' ? better : direction === 'worst' ? -better : 0;
}
