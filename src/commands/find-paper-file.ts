import type { Agenda, PaperHead } from '../inputs/project/read-agenda.js';
import type { Meeting } from '../model/meeting.js';

/** Finds the file of a paper for the meeting. A file that cannot be read may be for this meeting. */
export function findPaperFile(id: string, meeting: Meeting, { papers }: Agenda): PaperHead | undefined {
  const named = papers.filter(({ paper }) => paper === id);
  return (
    named.find(({ head }) => head?.meetings.includes(meeting.id)) ?? named.find(({ head }) => head === null)
  );
}
