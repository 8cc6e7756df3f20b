import type { Meeting } from './inputs.js';

/** The meetings that someone may mean: the one of this name, or else all on this date. */
export function findMeetings(wanted: string, meetings: readonly Meeting[]): Meeting[] {
  const named = meetings.filter(({ id }) => id === wanted);
  return named.length > 0 ? named : meetings.filter(({ date }) => date === wanted);
}
