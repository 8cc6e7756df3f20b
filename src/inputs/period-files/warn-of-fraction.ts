import { toPercent } from '../../format/numbers.js';
import { makeWarning, type Place, type Problem } from '../../model/problem.js';

/** Warns of 0.64 typed for 64, which would be printed as 1%. It is only a warning: a result may be below 1%. */
export function warnOfFraction(raw: unknown, place: Place): Problem[] {
  const value = typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw;
  if (typeof value !== 'number' || value <= 0 || value >= 1) return [];
  return [
    makeWarning('percentage-not-fraction', place, `${value} is less than one per cent`, {
      expected: 'a percentage, as published',
      hint: `If you mean ${toPercent(value)}%, write ${toPercent(value)}.`,
    }),
  ];
}
