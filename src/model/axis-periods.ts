import type { PeriodKind } from './period.js';

/** The lengths of the periods that the axis of a chart can have, by their words in `charts.yaml`. */
export const AXIS_PERIODS = {
  months: 'month',
  quarters: 'quarter',
  halves: 'half',
  years: 'year',
} as const satisfies Record<string, PeriodKind>;

export type AxisPeriods = keyof typeof AXIS_PERIODS;

/** The words, for schemas. */
export const AXIS_WORDS = ['months', 'quarters', 'halves', 'years'] as const satisfies readonly AxisPeriods[];
