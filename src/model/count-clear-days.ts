/** How notice of a meeting is counted. Days are written `YYYY-MM-DD`. */
export interface NoticeCalendar {
  /** Whether only days on which offices are open count: neither weekends nor bank holidays. */
  workingDaysOnly: boolean;
  bankHolidays: readonly string[];
}

const DAY_IN_MS = 86_400_000;

/**
 * The last day on which a paper can be published so that so many clear days lie between it and the meeting. Neither the day of
 * issue nor the day of the meeting counts (Local Government Act 1972, section 100B(4)). Where only working days count it is one.
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

/** How many clear days lie between the day of issue and the meeting; 0 where the first is not before the second. */
export function countClearDays(published: string, meeting: string, calendar: NoticeCalendar): number {
  let clear = 0;
  for (let day = shiftDay(published, 1); day < meeting; day = shiftDay(day, 1))
    if (isCounted(day, calendar)) clear++;
  return clear;
}

/** "5 clear working days". */
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
