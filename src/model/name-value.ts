import type { Unit } from './unit.js';

/** Names one number of a series in messages and notes: "count" for counts, "figure" for percentages, rates and others. */
export function nameValue(unit: Unit): 'count' | 'figure' {
  return unit === 'count' ? 'count' : 'figure';
}
