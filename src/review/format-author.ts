import { formatDate } from '../format/dates.js';

/** Formats a date of Word: "Ana Marsh, 2 March 2026, 10:15". Word writes local time as if it were universal. */
export function formatAuthor(author: string, date: string | null): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(date ?? '') ?? [];
  return [author === '' ? 'An unnamed author' : author, ...(day === undefined ? [] : [formatDate(day)]), time]
    .filter((part) => part !== undefined)
    .join(', ');
}
