/** The rules for counting the notice of a meeting. Days are written `YYYY-MM-DD`. */
export interface NoticeCalendar {
  /** Skips weekends and bank holidays. */
  workingDaysOnly: boolean;
  bankHolidays: readonly string[];
}

const DAY_IN_MS = 86_400_000;

/**
 * Returns the last day on which a paper can be published with so many clear days before the meeting. Neither the day of
 * publication nor the day of the meeting counts (Local Government Act 1972, section 100B(4)). If only working days
 * count, the result is a working day.
 */
export function findLatestPublicationDay(meeting: string, days: number, calendar: NoticeCalendar): string {
  let day = meeting;
  for (let clear = 0; clear < days;) {
    day = shiftDay(day, -1);
    if (isCounted(day, calendar)) clear++;
  }
  do day = shiftDay(day, -1);
  while (!isCounted(day, calendar));
  return day;
}

/** Counts the clear days between publication and the meeting. Returns 0 if publication is not before the meeting. */
export function countClearDays(published: string, meeting: string, calendar: NoticeCalendar): number {
  let clear = 0;
  for (let day = shiftDay(published, 1); day < meeting; day = shiftDay(day, 1))
    if (isCounted(day, calendar)) clear++;
  return clear;
}

/** Formats a notice period: "5 clear working days". */
export function formatClearDays(days: number, { workingDaysOnly }: NoticeCalendar): string {
  return `${days} clear ${workingDaysOnly ? 'working ' : ''}days`;
}

function isCounted(day: string, { workingDaysOnly, bankHolidays }: NoticeCalendar): boolean {
  if (!workingDaysOnly) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !bankHolidays.includes(day);
}

function shiftDay(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_IN_MS).toISOString().slice(0, 10);
}
