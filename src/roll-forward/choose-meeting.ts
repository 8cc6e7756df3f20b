import { formatDate, isDate } from '../format/dates.js';
import { findMeetings } from '../model/find-meetings.js';
import type { Inputs } from '../model/inputs.js';
import type { Meeting } from '../model/meeting.js';
import { suggestName } from '../model/suggest-name.js';
import type { Refusal } from './choose-paper.js';

/** The part of a meeting that a new paper needs. */
export type MeetingToTable = Pick<Meeting, 'id' | 'date' | 'committee' | 'papers'>;

export interface MeetingChoice {
  meeting: MeetingToTable;
  /** True if `meetings.yaml` does not list the meeting yet. */
  isNew: boolean;
}

/**
 * Chooses the meeting of the new paper. `name` is the name or the date of a meeting in `meetings.yaml`, or the date of a
 * new meeting. The default is the same committee's next meeting after the earlier paper's.
 */
export function chooseMeeting(
  name: string | undefined,
  { meeting: earlier, meetings, paper }: Inputs,
): MeetingChoice | Refusal {
  if (name === undefined) return chooseNextMeeting(earlier, meetings);
  const [match, secondMatch] = findMeetings(name, meetings);
  if (match && secondMatch)
    return { refused: `several meetings are on ${name}: name ${match.id} or ${secondMatch.id}` };
  if (match?.id === earlier.id)
    return { refused: `the earlier ${paper.id} is for the meeting ${name} already` };
  if (match) return { meeting: match, isNew: false };
  if (!isDate(name)) return refuseMeeting(name, meetings);
  return { meeting: { id: name, date: name, committee: earlier.committee, papers: [] }, isNew: true };
}

function chooseNextMeeting(earlier: Meeting, meetings: readonly Meeting[]): MeetingChoice | Refusal {
  const { committee, date } = earlier;
  const next = meetings.find((meeting) => meeting.committee.id === committee.id && meeting.date > date);
  if (next) return { meeting: next, isNew: false };
  return {
    refused: `meetings.yaml lists no meeting of the ${committee.name} after ${formatDate(date)}\nName the paper's meeting: --meeting YYYY-MM-DD`,
  };
}

function refuseMeeting(name: string, meetings: readonly Meeting[]): Refusal {
  const known = meetings.map(({ id }) => id);
  const hint = suggestName(name, known);
  return {
    refused: [
      `there is no meeting "${name}"`,
      `Name one of ${known.join(', ')}. To add a new meeting, give its date as YYYY-MM-DD.`,
      ...(hint === undefined ? [] : [hint]),
    ].join('\n'),
  };
}
