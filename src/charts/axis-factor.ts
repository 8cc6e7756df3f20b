/**
 * Returns the factor from values to the numbers on an axis: percentages are fractions, and their axis counts
 * to 100.
 */
export function getAxisFactor(unit: 'percent' | 'count'): 1 | 100 {
  return unit === 'percent' ? 100 : 1;
}
