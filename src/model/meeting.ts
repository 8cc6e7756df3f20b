import type { CommitteeLaw } from './committee-law.js';
import type { Place } from './problem.js';

export interface Meeting {
  id: string;
  date: string;
  committee: Committee;
  papers: TabledPaper[];
}

export interface Committee {
  id: string;
  name: string;
  law: CommitteeLaw;
}

/** An entry in a meeting's list of papers. */
export interface TabledPaper {
  id: string;
  title: string;
  /** "8", "12a". Undefined until the paper gets a number. */
  number: string | undefined;
  /** True if no source gives the number, so that citations leave it out. */
  isNumberUnknown: boolean;
  author: string;
  /** True if the paper is published later than the agenda. */
  toFollow: boolean;
  place: Place;
}

/** Finds the entry of a paper in a meeting's list. Returns undefined if the meeting does not list it. */
export function findTabledPaper({ papers }: Meeting, paper: string): TabledPaper | undefined {
  return papers.find(({ id }) => id === paper);
}
