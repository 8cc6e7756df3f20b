import { addEntries, applyEdits } from './yaml-edits.js';
import { findEntry, parseTopMap } from './yaml-entries.js';

/** A meeting, with the papers to add to those that it lists. */
export interface Tabling {
  id: string;
  date: string;
  committee: string;
  papers: { id: string; title: string; author: string }[];
}

/** Adds papers without a report number to a meeting in the text of `meetings.yaml`. Adds the meeting if it is new. */
export function tablePapers(text: string, { id, date, committee, papers }: Tabling): string {
  const map = parseTopMap(text);
  const added = Object.fromEntries(papers.map(({ id: paper, title, author }) => [paper, { title, author }]));
  const tabled = findEntry(map, 'meetings', id, 'papers');
  if (tabled) return applyEdits(text, addEntries(text, tabled, added));
  const meetings = findEntry(map, 'meetings');
  if (!meetings) throw new Error('meetings.yaml has no meetings, though it has been read');
  return applyEdits(text, addEntries(text, meetings, { [id]: { committee, date, papers: added } }));
}
