import type { NextNumber } from './find-next-numbers.js';
import { putNote } from './put-note.js';
import { putReviewList } from './put-review-list.js';
import { applyEdits, dropEntry, setValue } from './yaml-edits.js';
import { findEntry, listInnerEntries, parseTopMap } from './yaml-entries.js';

/**
 * Keys that apply to one meeting only, and are left out of the next paper. `exempt` is not among them, so that a paper
 * is never opened to the public by oversight.
 */
const KEYS_FOR_ONE_MEETING = [
  'also-for',
  'published',
  'urgency',
  'clearance',
  'accessibility-checked',
  'appendices',
  'switched-off',
];

interface NewValues {
  meeting: string;
  madeAt: string;
  /** Becomes a comment. */
  note: string;
  /** The first numbers, in place of the earlier ones. */
  starts: readonly NextNumber[];
}

/**
 * Makes a paper's file for a later period: a draft for another meeting. The narrative is copied word for word with its
 * comments, and all its labels are listed for review.
 */
export function rollPaper(
  text: string,
  { meeting, madeAt, note, starts }: NewValues,
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
    ...starts.flatMap(({ part, value }) => {
      const entry = findEntry(map, 'numbering', 'start', part);
      return entry ? setValue(text, entry, String(value)) : [];
    }),
    ...KEYS_FOR_ONE_MEETING.flatMap((key) => {
      const entry = findEntry(map, key);
      return entry ? dropEntry(text, entry) : [];
    }),
    ...putReviewList(text, map, 'narrative', unreviewed),
  ];
  return { text: applyEdits(text, edits), unreviewed };
}
