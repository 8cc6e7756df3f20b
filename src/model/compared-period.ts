import { previousYearEnd, shiftQuarter, type Quarter } from './quarter.js';

/** Words for an earlier period that moves on with the paper's quarter. */
export const COMPARED_PERIODS = ['previous-year-end', 'previous-quarter', 'same-quarter-last-year'] as const;

export type ComparedPeriod = (typeof COMPARED_PERIODS)[number];

/** Finds the quarter that ends an earlier period, as seen from `quarter`. A named quarter is its own end. */
export function findPeriodEnd(period: ComparedPeriod | Quarter, quarter: Quarter): Quarter {
  switch (period) {
    case 'previous-year-end':
      return previousYearEnd(quarter);
    case 'previous-quarter':
      return shiftQuarter(quarter, -1);
    case 'same-quarter-last-year':
      return shiftQuarter(quarter, -4);
    default:
      return period;
  }
}
