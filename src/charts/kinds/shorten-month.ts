import { MONTHS } from '../../format/dates.js';

const MONTH = new RegExp(`^(${MONTHS.join('|')}) `);

/** Shortens the month of a label: "December 2008" to "Dec 2008". Other labels stay. */
export function shortenMonth(label: string): string {
  return label.replace(MONTH, (month) => `${month.slice(0, 3)} `);
}
