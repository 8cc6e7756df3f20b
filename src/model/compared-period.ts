import { previousYearEnd, shiftPeriod, type Period } from './period.js';

/** Words for an earlier period that moves on with the paper's quarter. */
export const COMPARED_PERIODS = ['previous-year-end', 'previous-quarter', 'same-quarter-last-year'] as const;

export type ComparedPeriod = (typeof COMPARED_PERIODS)[number];

/** Finds the quarter that ends an earlier period, as seen from `quarter`. A named quarter is its own end. */
export function findPeriodEnd(compared: ComparedPeriod | Period, period: Period): Period {
  switch (compared) {
    case 'previous-year-end':
      return previousYearEnd(period);
    case 'previous-quarter':
      return shiftPeriod(period, -1);
    case 'same-quarter-last-year':
      return shiftPeriod(period, -4);
    default:
      return compared;
  }
}
