import type { Paper } from '../model/paper.js';
import type { Passage } from './passage.js';

/** A paragraph of the paper's own text. */
export interface Entry {
  file: string;
  section: string;
  label: string;
  /** The label before it in its group. Null for the first. */
  previous: string | null;
}

/** Finds the paragraph of the author's text that a passage belongs to. Null for text of a template. */
export type FindEntry = (passage: Passage | undefined) => Entry | null;

/** Creates the finder of paragraphs in the paper's own file. */
export function createEntryFinder({ narrative, place }: Pick<Paper, 'narrative' | 'place'>): FindEntry {
  const entries = new Map(
    narrative.flatMap(({ id, entries: inGroup }) =>
      inGroup.map(({ label }, index): [string, Entry] => [
        label,
        { file: place.file, section: id, label, previous: inGroup[index - 1]?.label ?? null },
      ]),
    ),
  );
  return (passage) => (passage?.label == null ? null : (entries.get(passage.label) ?? null));
}
