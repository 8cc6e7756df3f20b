import { countPerYear, previousYearEnd, shiftPeriod, type Period } from './period.js';

/** Words for an earlier period that moves on with the paper's period. */
export const COMPARED_PERIODS = ['previous-year-end', 'previous-period', 'same-period-last-year'] as const;

export type ComparedPeriod = (typeof COMPARED_PERIODS)[number];

/** Finds the earlier period that a word names, as seen from `period`. A named period is its own. */
export function findPeriodEnd(compared: ComparedPeriod | Period, period: Period): Period {
  switch (compared) {
    case 'previous-year-end':
      return previousYearEnd(period);
    case 'previous-period':
      return shiftPeriod(period, -1);
    case 'same-period-last-year':
      return shiftPeriod(period, -countPerYear(period));
    default:
      return compared;
  }
}
