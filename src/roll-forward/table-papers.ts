import { addEntries, applyEdits, entryAt, topMap } from './yaml-edits.js';

/** A meeting, with the papers that it is to list besides those that it lists already. */
export interface Tabling {
  id: string;
  date: string;
  committee: string;
  papers: { id: string; title: string; author: string }[];
}

/** `meetings.yaml` with papers entered that have no report number yet, under their meeting, which is entered with them if need be. */
export function tablePapers(text: string, { id, date, committee, papers }: Tabling): string {
  const map = topMap(text);
  const added = Object.fromEntries(papers.map(({ id: paper, title, author }) => [paper, { title, author }]));
  const listed = entryAt(map, 'meetings', id, 'papers');
  if (listed) return applyEdits(text, addEntries(text, listed, added));
  const all = entryAt(map, 'meetings');
  if (!all) throw new Error('meetings.yaml has no meetings, though it was read');
  return applyEdits(text, addEntries(text, all, { [id]: { committee, date, papers: added } }));
}
