import { findMeetings } from '../model/find-meetings.js';
import type { Meeting } from '../model/meeting.js';
import { suggestName } from '../model/suggest-name.js';
import { UsageError } from './command.js';

/** Finds the meeting that the user named, by its name or its date. Throws UsageError. */
export function findMeeting(name: string, meetings: Meeting[]): Meeting {
  const [meeting, other] = findMeetings(name, meetings);
  const known = meetings.map(({ id }) => id);
  if (meeting && other)
    throw new UsageError(`there are several meetings on ${name}: choose one of ${known.join(', ')}`);
  if (meeting) return meeting;
  throw new UsageError(
    [`there is no meeting "${name}"`, `In meetings.yaml: ${known.join(', ')}`, suggestName(name, known)]
      .filter((line) => line !== undefined)
      .join('\n'),
  );
}
