import type { Status } from '../../model/edition.js';
import type { Organisation } from '../../model/organisation.js';
import type { Meeting } from '../../model/meeting.js';
import type { Checked } from '../../model/problem.js';
import { listPapers, type PaperOnFile } from './list-papers.js';
import { normaliseOrganisation } from './normalise-organisation.js';
import { readPaper } from '../paper/read-paper.js';
import { readMeetings } from './read-meetings.js';
import { organisationSchema } from './organisation-schema.js';
import { openReader } from '../source-reader.js';

/** What a paper's own file says of it. Null where that file cannot be read. */
export interface PaperHead extends PaperOnFile {
  head: { meetings: string[]; status: Status; published: string | undefined } | null;
}

/** The meetings and the papers on file, without any figure: quick to read, however many there are. */
export interface Agenda {
  meetings: Meeting[];
  notice: Organisation['notice'];
  papers: PaperHead[];
}

/** Null where the meetings or the organisation cannot be read. What is wrong with a paper is for a check of it to say. */
export function readAgenda(root: string): Checked<Agenda | null> {
  const reader = openReader(root);
  const organisation = reader.yaml('data/organisation.yaml', organisationSchema);
  const meetings = readMeetings(reader, organisation.value?.data.committees ?? null);
  const problems = [...organisation.problems, ...meetings.problems];
  if (!organisation.value || !meetings.value) return { value: null, problems };
  const papers = listPapers(root).map(({ quarter, paper }) => {
    const { value: read } = readPaper(openReader(root), quarter, paper);
    return {
      quarter,
      paper,
      head: read && {
        meetings: [read.meetingId, ...read.alsoFor.map(({ meetingId }) => meetingId)],
        status: read.status,
        published: read.published,
      },
    };
  });
  const { notice } = normaliseOrganisation(organisation.value);
  return {
    value: { meetings: meetings.value, notice, papers },
    problems,
  };
}
