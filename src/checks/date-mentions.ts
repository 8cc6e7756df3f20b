import { isDate, MONTHS } from '../format/dates.js';

/** A time in a text, with its first and last day: a day, a month, a quarter, a season or a year. */
export interface Mention {
  index: number;
  end: number;
  text: string;
  first: string;
  last: string;
  /** False if the year is missing: then it is the one nearest to the meeting. */
  hasYear: boolean;
  unit: 'day' | 'month' | 'quarter' | 'season' | 'year';
}

/** A time, or a range between two: its unit is that of its start. */
export interface Span extends Mention {
  isRange: boolean;
}

export const MONTH = `(?:${MONTHS.join('|')})`;
const YEAR = String.raw`(?:19|20)\d{2}`;
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** One pattern for each way to write a time, as named groups. No group repeats, so the search is linear. */
const MENTION = new RegExp(
  String.raw`(?<![\p{L}\p{N}/£])(?:${[
    String.raw`(?<iso>${YEAR}-\d{2}-\d{2})(?!\d)`,
    String.raw`(?<slashed>\d{1,2}/\d{1,2}/${YEAR})`,
    String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<dayMonth>${MONTH})(?:,?\s+(?<dayYear>${YEAR}))?`,
    String.raw`(?<monthFirst>${MONTH})\s+(?<dayAfter>[1-9]\d?)(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?<monthFirstYear>${YEAR}))?`,
    String.raw`(?<month>${MONTH})(?:,?\s+(?<monthYear>${YEAR}))?`,
    String.raw`(?<quarterFirst>Q[1-4]|(?:${ORDINALS.join('|')})\s+quarter)\s+(?:of\s+)?(?<quarterYear>${YEAR}/\d{2})`,
    String.raw`(?<yearFirst>${YEAR}/\d{2})\s+(?<quarterAfter>Q[1-4])`,
    String.raw`(?<financial>${YEAR}/\d{2})`,
    String.raw`(?<season>${SEASONS.join('|')})\s+(?:of\s+)?(?<seasonYear>${YEAR})(?:/\d{2})?`,
    String.raw`(?<calendar>${YEAR})(?=[,.;:)]?(?:\s|$))(?!\s+[\p{Ll}\d])`,
  ].join('|')})(?![\p{L}\p{N}/])`,
  'giu',
);

const MOST_MENTIONS = 8; // a sentence with more is a table of dates

/** Finds the times in a text, as seen from the day of a meeting. */
export function findMentions(text: string, meeting: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(MENTION)) {
    const days = readDays(match.groups ?? {}, meeting);
    const isWord = /^may$/i.test(match[0]) && match[0] !== 'May';
    if (days && !isWord)
      found.push({ index: match.index, end: match.index + match[0].length, text: match[0], ...days });
    if (found.length >= MOST_MENTIONS) break;
  }
  return found;
}

type Groups = Partial<Record<string, string>>;
type Days = Pick<Mention, 'first' | 'last' | 'hasYear' | 'unit'>;

function readDays(groups: Groups, meeting: string): Days | null {
  const { iso, slashed, season, seasonYear = '', financial, calendar } = groups;
  if (iso !== undefined) return readDay(iso);
  if (slashed !== undefined) return readDay(slashed.split('/').reverse().map(pad).join('-'));
  if (season !== undefined) return readSeason(season, Number(seasonYear));
  if (financial !== undefined) return readMonths(Number(financial.slice(0, 4)), 4, 12, 'year');
  if (calendar !== undefined) return readMonths(Number(calendar), 1, 12, 'year');
  return readQuarter(groups) ?? readMonthAndDay(groups, meeting);
}

function readDay(day: string): Days | null {
  return isDate(day) ? { first: day, last: day, hasYear: true, unit: 'day' } : null;
}

function readSeason(season: string, year: number): Days {
  const index = SEASONS.indexOf(season.toLowerCase());
  return readMonths(year, 3 + index * 3, 3, 'season');
}

function readQuarter({ quarterFirst, quarterYear, quarterAfter, yearFirst }: Groups): Days | null {
  const name = quarterFirst ?? quarterAfter;
  if (name === undefined) return null;
  const number = /\d/.test(name)
    ? Number(name.slice(1))
    : ORDINALS.findIndex((word) => name.toLowerCase().startsWith(word)) + 1;
  return readMonths(Number((quarterYear ?? yearFirst ?? '').slice(0, 4)), 1 + number * 3, 3, 'quarter');
}

/** Returns the days of some months from a month of a year. A month over 12 is in the next year. */
function readMonths(year: number, month: number, count: number, unit: Mention['unit']): Days {
  const [first, last] = [month, month + count - 1].map((index) => formatMonthOf(year, index));
  return { first: `${first ?? ''}-01`, last: `${last ?? ''}-31`, hasYear: true, unit };
}

function formatMonthOf(year: number, month: number): string {
  return `${year + Math.floor((month - 1) / 12)}-${pad(String(((month - 1) % 12) + 1))}`;
}

function readMonthAndDay(groups: Groups, meeting: string): Days {
  const name = groups['dayMonth'] ?? groups['monthFirst'] ?? groups['month'] ?? '';
  const day = groups['day'] ?? groups['dayAfter'];
  const typedYear = groups['dayYear'] ?? groups['monthFirstYear'] ?? groups['monthYear'];
  const number = MONTHS.findIndex((month) => month.toLowerCase() === name.toLowerCase()) + 1;
  const month = `${typedYear ?? findNearestYear(number, meeting)}-${pad(String(number))}`;
  const [first, last] = day === undefined ? ['01', '31'] : [pad(day), pad(day)];
  const unit = day === undefined ? 'month' : 'day';
  return { first: `${month}-${first}`, last: `${month}-${last}`, hasYear: typedYear !== undefined, unit };
}

function findNearestYear(month: number, meeting: string): number {
  const [year, meetingMonth] = [Number(meeting.slice(0, 4)), Number(meeting.slice(5, 7))];
  if (month - meetingMonth > 6) return year - 1;
  return meetingMonth - month > 6 ? year + 1 : year;
}

const pad = (number: string): string => number.padStart(2, '0');

/** Joins the two ends of a range: "28 March to 3 April 2009", "22 to 28 June 2009". */
export function joinRanges(text: string, mentions: Mention[]): Span[] {
  const joined: Span[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    if (before && /^\s*(?:to|–|-|and|until)\s*$/.test(text.slice(before.end, mention.index)))
      joined.splice(-1, 1, joinMentions(text, before, mention));
    else joined.push(addFirstDay(text, mention));
  }
  return joined;
}

function joinMentions(text: string, from: Span, to: Mention): Span {
  const { index, first, unit } = from;
  return { ...to, ...{ index, first, unit }, text: text.slice(index, to.end), isRange: true };
}

/** Adds the first day of a range within a month: "22 to" before "28 June 2009". */
function addFirstDay(text: string, mention: Mention): Span {
  const lead = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s*(?:to|–|-|and)\s*$/.exec(
    text.slice(Math.max(0, mention.index - 12), mention.index),
  );
  if (!lead || mention.unit !== 'day') return { ...mention, isRange: false };
  const index = mention.index - lead[0].length;
  const first = `${mention.first.slice(0, 8)}${pad(lead[1] ?? '')}`;
  return { ...mention, index, first, text: text.slice(index, mention.end), isRange: true };
}
