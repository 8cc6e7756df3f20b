import { formatDate, isDate } from '../format.js';
import { suggestName } from '../model/suggest-name.js';
import type { Inputs } from '../model/inputs.js';
import type { Meeting } from '../model/meeting.js';
import { findMeetings } from '../model/find-meetings.js';
import type { Refusal } from './choose-paper.js';

/**
 * The meeting that the new paper is for. `wanted` is the name or the date of one in `meetings.yaml`, or the date of one that is
 * not listed yet; unless said, it is the same committee's next meeting after the earlier paper's.
 */
export function chooseMeeting(
  wanted: string | undefined,
  { meeting: earlier, meetings, paper }: Inputs,
): { meeting: Meeting; isNew: boolean } | Refusal {
  if (wanted === undefined) {
    const next = meetings.find((one) => one.committee.id === earlier.committee.id && one.date > earlier.date);
    return next
      ? { meeting: next, isNew: false }
      : {
          refused: `meetings.yaml lists no meeting of the ${earlier.committee.name} after ${formatDate(earlier.date)}\nSay which one the paper is for: --meeting YYYY-MM-DD`,
        };
  }
  const [found, other] = findMeetings(wanted, meetings);
  if (found && other)
    return {
      refused: `several meetings are on ${wanted}: name one of ${[found, other].map(({ id }) => id).join(', ')}`,
    };
  if (found?.id === earlier.id)
    return { refused: `the earlier ${paper.id} is for the meeting ${wanted} already` };
  if (found) return { meeting: found, isNew: false };
  if (!isDate(wanted)) return unknownMeeting(wanted, meetings);
  return {
    meeting: { id: wanted, date: wanted, committee: earlier.committee, papers: [] },
    isNew: true,
  };
}

function unknownMeeting(wanted: string, meetings: Meeting[]): Refusal {
  const known = meetings.map(({ id }) => id);
  return {
    refused: [
      `there is no meeting "${wanted}"`,
      `There is ${known.join(', ')}; the date of another, as YYYY-MM-DD, enters that.`,
      ...[suggestName(wanted, known)].filter((hint) => hint !== undefined),
    ].join('\n'),
  };
}
