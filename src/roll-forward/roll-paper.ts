import { putNote } from './put-note.js';
import { putReviewList } from './put-review-list.js';
import { applyEdits, dropEntry, setValue } from './yaml-edits.js';
import { findEntry, listInnerEntries, parseTopMap } from './yaml-entries.js';

/**
 * Keys that apply to one meeting only, and are left out of the next paper. `exempt` is not among them, so that a paper
 * is never opened to the public by oversight.
 */
const KEYS_FOR_ONE_MEETING = ['also-for', 'published', 'urgency', 'clearance', 'appendices', 'switched-off'];

/**
 * Makes a paper's file for a later period: a draft for another meeting. The narrative is copied word for word with its
 * comments, and all its labels are listed for review. `note` becomes a comment.
 */
export function rollPaper(
  text: string,
  { meeting, madeAt, note }: { meeting: string; madeAt: string; note: string },
): { text: string; unreviewed: string[] } {
  const map = parseTopMap(text);
  const narrative = findEntry(map, 'narrative');
  const groups = narrative ? listInnerEntries(narrative) : [];
  const unreviewed = groups.flatMap(listInnerEntries).map(({ key }) => key);
  const values = Object.entries({ meeting, status: 'draft', 'made-at': madeAt });
  const edits = [
    ...putNote(text, map, note),
    ...values.flatMap(([key, value]) => {
      const entry = findEntry(map, key);
      return entry ? setValue(text, entry, value) : [];
    }),
    ...KEYS_FOR_ONE_MEETING.flatMap((key) => {
      const entry = findEntry(map, key);
      return entry ? dropEntry(text, entry) : [];
    }),
    ...putReviewList(text, map, 'narrative', unreviewed),
  ];
  return { text: applyEdits(text, edits), unreviewed };
}
