import type { DayWindow } from '../model/day-window.js';
import { isDate, MONTHS } from './dates.js';

interface Time {
  year: number | null;
  /** 0 for January. */
  month: number | null;
  day: number | null;
}

const WORDS = new RegExp(`^(?:(\\d{1,2}) ?)?(?:(${MONTHS.join('|')}) ?)?(\\d{4})?$`);

/**
 * Reads words on a time: "2 April 2009", "June 2009", "28 March to 3 April 2009". The start of a range may leave out what it
 * shares with the end. Returns null for other words.
 */
export function parseDays(words: string): DayWindow | null {
  const [start = '', end = start, ...others] = words.split(' to ');
  const last = readTime(end);
  const first = readTime(start);
  if (others.length > 0 || !last || !first || last.year === null || last.month === null) return null;
  const month = first.month ?? last.month;
  const from = formatDay({ year: first.year ?? last.year, month, day: first.day ?? 1 });
  const to = formatDay({
    ...last,
    month: last.day === null ? last.month + 1 : last.month,
    day: last.day ?? 0,
  });
  return from === null || to === null ? null : { from, to };
}

function readTime(words: string): Time | null {
  if (isDate(words)) {
    const [year, month, day] = words.split('-').map(Number);
    return { year: year ?? null, month: (month ?? 1) - 1, day: day ?? null };
  }
  const match = WORDS.exec(words.trim());
  if (!match) return null;
  const [, day, month, year] = match;
  return {
    year: year === undefined ? null : Number(year),
    month: month === undefined ? null : MONTHS.indexOf(month),
    day: day === undefined ? null : Number(day),
  };
}

/** Day 0 is the last day of the month before. */
function formatDay({ year, month, day }: Time): string | null {
  return year === null || month === null || day === null
    ? null
    : new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

/** Words before a time that leave its last day as it is. */
const LEADING_WORDS = /^(?:by|before|in|on|during|the|end of|mid|early|late|start of)[ -]+/i;

/** Finds the last day of one or several times: "end of June 2025", "3 July 2025 and 10 July 2025". Null for other words. */
export function parseLastDay(words: string): string | null {
  const days = words
    .split(/\s*;\s*|,\s+|\s+and\s+/)
    .map((time) => parseDays(dropLeadingWords(time))?.to ?? null);
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
}

function dropLeadingWords(time: string): string {
  const rest = time.replace(LEADING_WORDS, '');
  return rest === time ? time : dropLeadingWords(rest);
}
