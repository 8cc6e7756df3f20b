/**
 * Returns the factor from values to the numbers on an axis: percentages and their differences are fractions, and their axis
 * counts to 100.
 */
export function getAxisFactor(unit: 'percent' | 'points' | 'count'): 1 | 100 {
  return unit === 'count' ? 1 : 100;
}
