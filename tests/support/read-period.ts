import { parsePeriod, type Period } from '../../src/model/period.js';

/** Returns a period of a project whose years start in April. Throws if the name is not valid. */
export function readPeriod(name: string, yearStarts = 4): Period {
  const period = parsePeriod(name, yearStarts);
  if (!period) throw new Error(`${name} is not a period`);
  return period;
}
