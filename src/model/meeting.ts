import type { Place } from './problem.js';

export interface Meeting {
  id: string;
  date: string;
  committee: { id: string; name: string };
  papers: TabledPaper[];
}

/** An entry in a meeting's list of papers. */
interface TabledPaper {
  id: string;
  title: string;
  /** "8", "12a". Undefined until the paper gets a number. */
  number: string | undefined;
  author: string;
  /** True if the paper is published later than the agenda. */
  toFollow: boolean;
  place: Place;
}
