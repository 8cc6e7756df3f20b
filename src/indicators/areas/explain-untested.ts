import type { Organisation } from '../../model/organisation.js';
import type { Sampling } from './evidence.js';

/** Explains, after a colon, why results of areas cannot be tested against each other. */
export function explainUntested({ unit, per }: Sampling, { singular }: Organisation['areas']): string {
  if (unit === 'percent') return `the number of people asked is not published for each ${singular}`;
  if (per !== undefined) return `the events and the population are not published for each ${singular}`;
  if (unit === 'count') return 'the counts have no population';
  return 'only percentages with a base, and rates of events, can be tested';
}
