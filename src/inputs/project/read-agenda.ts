import type { Status } from '../../model/edition.js';
import type { Meeting } from '../../model/meeting.js';
import type { Checked } from '../../model/problem.js';
import { listPapers, type PaperOnFile } from './list-papers.js';
import { readPaper } from '../paper/read-paper.js';
import { readMeetings } from './read-meetings.js';
import { organisationSchema } from './organisation-schema.js';
import { openReader } from '../source-reader.js';

/** A paper on file, with the main settings of its own file. */
export interface PaperHead extends PaperOnFile {
  /** Null if the paper's file cannot be used. */
  head: { meetings: string[]; status: Status; published: string | undefined } | null;
}

/** The meetings and the papers on file, without figures. Quick to read even if there are many. */
export interface Agenda {
  meetings: Meeting[];
  papers: PaperHead[];
}

/**
 * Reads the meetings and the heads of all papers.
 * The value is null if the meetings or the organisation cannot be used. Problems of papers are not reported.
 */
export function readAgenda(root: string): Checked<Agenda | null> {
  const reader = openReader(root);
  const organisation = reader.yaml('data/organisation.yaml', organisationSchema);
  const meetings = readMeetings(reader, organisation.value);
  const problems = [...organisation.problems, ...meetings.problems];
  if (!organisation.value || !meetings.value) return { value: null, problems };
  const papers = listPapers(root).map((paper) => readPaperHead(root, paper));
  return { value: { meetings: meetings.value, papers }, problems };
}

function readPaperHead(root: string, { period, paper }: PaperOnFile): PaperHead {
  const { value } = readPaper(openReader(root), period, paper);
  return {
    period,
    paper,
    head: value && {
      meetings: [value.meetingId, ...value.alsoFor.map(({ meetingId }) => meetingId)],
      status: value.status,
      published: value.published,
    },
  };
}
