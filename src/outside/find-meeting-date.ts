import { MONTHS } from '../format/dates.js';

const MONTH = MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|');
const DAY = new RegExp(
  String.raw`\b(?:(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(?<month>${MONTH})|(?<monthFirst>${MONTH})\s+(?<dayAfter>\d{1,2})(?:st|nd|rd|th)?),?\s+(?<year>(?:19|20)\d{2})\b|\b(?<d>\d{1,2})[/.](?<m>\d{1,2})[/.](?<y>(?:19|20)\d{2})\b`,
  'i',
);
/** Words before the day of a meeting, and the names of bodies that meet. */
const OF_MEETING =
  /\b(?:date|meeting|committee|board|cabinet|council|panel|authority|governors|executive|forum|assembly|trustees)\b/i;
const OF_OTHER = /\b(?:published|publication|despatch|printed|updated|created|deadline|effective)\b/i;
/** The header block of a paper is short. */
const MOST_LINES = 40;

/** Finds the day of the meeting in the first lines of a paper. Returns null if none names it. */
export function findMeetingDate(lines: readonly string[]): string | null {
  const first = lines.slice(0, MOST_LINES);
  for (const [index, line] of first.entries()) {
    const day = readDay(line);
    if (day === null || OF_OTHER.test(line) || line.split(/\s+/).length > 25) continue;
    if (OF_MEETING.test(line) || OF_MEETING.test(first[index - 1] ?? '')) return day;
  }
  return null;
}

function readDay(line: string): string | null {
  const groups = DAY.exec(line)?.groups;
  if (!groups) return null;
  const name = groups['month'] ?? groups['monthFirst'];
  const month =
    name === undefined
      ? Number(groups['m'])
      : MONTHS.findIndex((full) => full.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
  const day = Number(groups['day'] ?? groups['dayAfter'] ?? groups['d']);
  const iso = `${groups['year'] ?? groups['y'] ?? ''}-${pad(month)}-${pad(day)}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
