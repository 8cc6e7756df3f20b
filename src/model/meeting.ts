import type { CommitteeLaw } from './committee-law.js';
import type { Place } from './problem.js';

export interface Meeting {
  id: string;
  date: string;
  /** Such as "6.30 pm". Null if the author does not say. */
  time: string | null;
  venue: string | null;
  committee: Committee;
  papers: TabledPaper[];
  /** The items in the order of the meeting. Papers that the author's agenda does not list come last, by number. */
  agenda: AgendaItem[];
}

/** An item of a meeting's agenda. */
export interface AgendaItem {
  /** The number of the paper, or that of an item without a paper. Null if it has none. */
  number: string | null;
  title: string;
  /** Words under the title. Null if there are none. */
  text: string | null;
  /** The id of the item's paper. Null if it has none, such as apologies. */
  paper: string | null;
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
  /** Why it is published later, in a sentence. Null if the author does not say. */
  toFollowReason: string | null;
  place: Place;
}

/** Finds the entry of a paper in a meeting's list. Returns undefined if the meeting does not list it. */
export function findTabledPaper({ papers }: Meeting, paper: string): TabledPaper | undefined {
  return papers.find(({ id }) => id === paper);
}
