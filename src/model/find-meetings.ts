import type { Meeting } from './meeting.js';

/** Finds the meeting with this id. If there is none, finds all meetings on this date. */
export function findMeetings(idOrDate: string, meetings: readonly Meeting[]): Meeting[] {
  const named = meetings.filter(({ id }) => id === idOrDate);
  return named.length > 0 ? named : meetings.filter(({ date }) => date === idOrDate);
}
