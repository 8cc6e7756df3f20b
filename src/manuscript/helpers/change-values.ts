import { formatValue } from '../../format/figures.js';
import { formatPercent } from '../../format/numbers.js';
import type { Change } from '../../model/change.js';
import { isIndicator } from './figure-values.js';
import { HelperCallError } from './helper.js';

export function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'direction' in value && 'from' in value;
}

/** Returns an argument that must be a change, or a measure that has one. */
export function readChange(value: unknown, example: string): Change {
  const change = isIndicator(value) ? value.change : isChange(value) ? value : null;
  if (change) return change;
  if (!isIndicator(value)) throw new HelperCallError('this is neither a measure nor a change', example);
  throw new HelperCallError(
    `"${value.label}" is not compared with an earlier period`,
    `under ${value.id} in data/measures.yaml: compare-with: previous-year-end, or another period`,
  );
}

/** Returns true if the change shows in print. Counts over periods of different length may change by day alone. */
export function isNoticeable(change: Change): boolean {
  const { direction, figure } = change;
  if (direction === 'unchanged' || direction === 'unknown') return false;
  return hasSize(formatValue(figure)) || (hasUnequalDays(change) && isRateNoticeable(change));
}

/** Returns true if the relative change is not printed as 0.0%. */
export function isRateNoticeable({ relative }: Change): boolean {
  return relative.value !== null && hasSize(formatPercent(relative.value, 1));
}

/** Returns true for counts over periods of different length. */
export function hasUnequalDays({ days }: Change): boolean {
  return days !== null && days.earlier !== days.later;
}

function hasSize(text: string): boolean {
  return /[1-9]/.test(text);
}
