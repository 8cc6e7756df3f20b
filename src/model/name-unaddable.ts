import { parseUnit, type Unit } from './unit.js';

/** The plurals of the units whose figures do not add up. */
const NAMES = {
  percent: 'percentages',
  points: 'percentage points',
  ratio: 'ratios',
  rate: 'rates',
} as const;

/**
 * Names the figures of a unit whose sum means nothing: "percentages", "rates". Their total follows from the totals of the numbers
 * behind them. Returns null for counts, sums of money and others, which add up.
 */
export function nameUnaddable(unit: Unit): string | null {
  const { kind } = parseUnit(unit);
  return kind in NAMES ? NAMES[kind as keyof typeof NAMES] : null;
}
