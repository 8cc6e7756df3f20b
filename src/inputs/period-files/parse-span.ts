import { MONTHS } from '../../format/dates.js';
import { periodSpan, rollingSpan, spanEndingWith, type MonthSpan } from '../../model/month-span.js';
import { parsePeriod } from '../../model/period.js';

/**
 * Parses the months of a period as authors write it: "2008/09 Q3", "2008/09 Q3, rolling 12 months", "financial year 2007/08",
 * "October to December 2008", "December 2008", "2008", "twelve months to December 2008". Returns null for other texts.
 */
export function parseSpan(period: string, yearStarts: number): MonthSpan | null {
  const text = period
    .toLowerCase()
    .replace(/[–—]/g, ' to ')
    .replace(/[(),.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const rolling = TWELVE_MONTHS.find((pattern) => pattern.test(text));
  if (!rolling) return parsePlainSpan(text, yearStarts);
  const end = parsePlainSpan(text.replace(rolling, '').trim(), yearStarts);
  return end && spanEndingWith(end.last, 12);
}

const TWELVE_MONTHS = [
  /^(?:the )?(?:rolling )?(?:12|twelve)[- ]months? (?:to|ending|ended|until)(?: with| in)?(?: the end of)? /,
  /^(?:the )?year (?:to|ending|ended)(?: with| in)?(?: the end of)? /,
  / (?:rolling )?(?:12|twelve)[- ]months?(?: rolling)?$/,
];

function parsePlainSpan(text: string, yearStarts: number): MonthSpan | null {
  return parseQuarterName(text, yearStarts) ?? parseYear(text, yearStarts) ?? parseMonths(text);
}

function parseQuarterName(text: string, yearStarts: number): MonthSpan | null {
  const match =
    /^(\d{4})[/-](\d{2}) ?-?(?:q|quarter )([1-4])$/.exec(text) ??
    /^(?:q|quarter )([1-4])(?: of)? (\d{4})[/-](\d{2})$/.exec(text);
  if (!match) return null;
  const [, a = '', b = '', c = ''] = match;
  const [start, end, number] = a.length === 4 ? [a, b, c] : [b, c, a];
  const period = parsePeriod(`${start}-${end}-q${number}`, yearStarts);
  return period && periodSpan(period);
}

function parseYear(text: string, yearStarts: number): MonthSpan | null {
  const financial = /^(?:financial year )?(\d{4})[/-](\d{2})$/.exec(text);
  const period = financial && parsePeriod(`${financial[1] ?? ''}-${financial[2] ?? ''}-q4`, yearStarts);
  if (period) return rollingSpan(period);
  const calendar = /^(?:calendar year )?(\d{4})$/.exec(text);
  return calendar && { first: `${calendar[1] ?? ''}-01`, last: `${calendar[1] ?? ''}-12` };
}

const MONTH = /^(?:\d{1,2} )?([a-z]{3,9})(?: (\d{4}))?$/;

/** Parses "December 2008", "October to December 2008" and "1 October 2008 to 31 December 2008". A shared year stands last. */
function parseMonths(text: string): MonthSpan | null {
  const [from = '', to = from, ...rest] = text.split(' to ');
  const [start, end] = [MONTH.exec(from), MONTH.exec(to)];
  const isDayRange = /^\d{1,2}$/.test(from) && end !== null;
  if (rest.length > 0 || !end || (!start && !isDayRange)) return null;
  const [month, lastMonth] = [findMonth(start?.[1] ?? end[1] ?? ''), findMonth(end[1] ?? '')];
  const lastYear = end[2];
  if (month === null || lastMonth === null || lastYear === undefined) return null;
  const span = { first: `${start?.[2] ?? lastYear}-${month}`, last: `${lastYear}-${lastMonth}` };
  return span.first <= span.last ? span : null;
}

/** Finds the number of a month by its name or the first three letters of it. */
function findMonth(name: string): string | null {
  const index = MONTHS.findIndex((month) => {
    const full = month.toLowerCase();
    return name === full || name === full.slice(0, 3) || (full === 'september' && name === 'sept');
  });
  return index < 0 ? null : String(index + 1).padStart(2, '0');
}
