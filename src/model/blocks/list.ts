import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

/** A list. It belongs to the paragraph before it. */
export interface List {
  kind: 'list';
  style: 'bullet' | 'decimal' | 'lower-alpha' | 'lower-roman';
  start: number;
  /** Each item is inline text, followed by its nested lists. */
  items: { content: Inline[]; lists: List[] }[];
  place: Place;
}

export function listListRuns(list: List): Inline[][] {
  return list.items.flatMap((item) => [item.content, ...item.lists.flatMap(listListRuns)]);
}
