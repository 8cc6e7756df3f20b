import { formatMonth, MONTHS } from '../format/dates.js';
import { yearLabel, type Period } from '../model/period.js';

const DAY = new RegExp(`\\b\\d{1,2} (?:${MONTHS.join('|')})\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b`);
const MONTH = new RegExp(`\\b(${MONTHS.join('|')}) (\\d{4})\\b`, 'g');

/**
 * Moves words on a time from one quarter to another: "2008/09 Q3" to "2008/09 Q4", "December 2008" to "March 2009".
 * Returns null if they name a day: the next period's day cannot be computed.
 */
export function advanceWords(words: string, from: Period, to: Period): string | null {
  if (DAY.test(words)) return null;
  const months = countMonthsTo(to) - countMonthsTo(from);
  return words
    .replaceAll(yearLabel(from), yearLabel(to))
    .replaceAll(new RegExp(`\\b${getPart(from)}\\b`, 'gi'), getPart(to))
    .replaceAll(MONTH, (_all, month: string, year: string) => shiftMonth(month, Number(year), months));
}

/** Counts the months from year 0 to the start of a quarter. */
function countMonthsTo(period: Period): number {
  return Number(period.start.slice(0, 4)) * 12 + Number(period.start.slice(5, 7)) - 1;
}

/** Returns the part of the year in short: "Q3", "H1". A month or a year has none, so its whole name stands for it. */
function getPart({ kind, id, label }: Period): string {
  return kind === 'quarter' || kind === 'half' ? id.slice(-2).toUpperCase() : label;
}

function shiftMonth(month: string, year: number, months: number): string {
  const index = year * 12 + MONTHS.indexOf(month) + months;
  return formatMonth(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`);
}
