import type { Status } from '../../model/edition.js';
import type { Organisation } from '../../model/organisation.js';
import type { Meeting } from '../../model/meeting.js';
import type { Checked } from '../../model/problem.js';
import { listPapers, type PaperOnFile } from './list-papers.js';
import { normaliseMeetings } from './normalise-meetings.js';
import { normaliseOrganisation } from './normalise-organisation.js';
import { readPaper } from '../paper/read-paper.js';
import { meetingsSchema } from './meetings-schema.js';
import { organisationSchema } from './organisation-schema.js';
import { sourceReader } from '../source-reader.js';

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
  const reader = sourceReader(root);
  const organisation = reader.yaml('data/organisation.yaml', organisationSchema);
  const raw = reader.yaml('data/meetings.yaml', meetingsSchema);
  if (!organisation || !raw) return { value: null, problems: reader.problems };
  const { value: meetings, problems } = normaliseMeetings(raw, organisation.data.committees);
  const papers = listPapers(root).map(({ quarter, paper }) => {
    const read = readPaper(sourceReader(root), quarter, paper);
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
  const { notice } = normaliseOrganisation(organisation);
  return { value: { meetings, notice, papers }, problems: [...reader.problems, ...problems] };
}
