import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import { findBrokenPart } from '../model/find-break.js';
import { findMostPlaces } from '../model/find-most-places.js';
import { sum } from '../statistics/sum.js';
import { makeMixture, omitBreak } from './mixed-counts.js';

/**
 * Adds up the counts of consecutive periods. The sum has no value if a part has none, if a part covers days of its own, or if
 * there is a break among them. `first` is the first of `parts`.
 */
export function addUpCounts(first: Figure, parts: readonly Figure[]): Figure {
  const stray = parts.find(({ window }) => window !== undefined);
  if (stray && parts.length > 1)
    return { ...stray, value: null, reason: `a count covers ${stray.period ?? 'other days'}` };
  const missing = parts.find(({ value }) => value === null);
  if (missing) return { ...missing, formula: formatValue(missing) };
  const broken = findBrokenPart(parts);
  if (broken) return makeMixture(broken);
  return {
    ...(parts.length === 1 ? first : omitBreak(first)),
    value: sum(parts.map(({ value }) => value ?? 0)),
    places: findMostPlaces(parts),
    formula: parts.map(formatValue).join(' + '),
    inputs: parts,
  };
}
