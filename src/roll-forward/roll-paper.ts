import {
  applyEdits,
  dropEntry,
  entriesAt,
  entryAt,
  listUnreviewed,
  putNote,
  setValue,
  topMap,
} from './yaml-edits.js';

/**
 * What was true of one meeting only: the next paper says it anew, or does without. What keeps a paper from the public stays, so
 * that it is never opened by oversight.
 */
const OF_ONE_MEETING = ['also-for', 'published', 'urgency', 'clearance', 'to-follow', 'switched-off'];

/**
 * A paper's file for a later quarter: its narrative word for word, in its order and with its comments, and all of it listed as
 * not reviewed; another meeting, and a draft again. `note` becomes a comment.
 */
export function rollPaper(
  text: string,
  { meeting, madeAt, note }: { meeting: string; madeAt: string; note: string },
): { text: string; unreviewed: string[] } {
  const map = topMap(text);
  const unreviewed = entriesAt(map, ['narrative', '*', '*']).map(({ key }) => key);
  const changed = Object.entries({ meeting, status: 'draft', 'made-at': madeAt });
  const edits = [
    ...putNote(text, map, note),
    ...changed.flatMap(([key, value]) => {
      const entry = entryAt(map, key);
      return entry ? setValue(text, entry, value) : [];
    }),
    ...OF_ONE_MEETING.flatMap((key) => {
      const entry = entryAt(map, key);
      return entry ? dropEntry(text, entry) : [];
    }),
    ...listUnreviewed(text, map, 'narrative', unreviewed),
  ];
  return { text: applyEdits(text, edits), unreviewed };
}
