import { addParagraph } from './add-paragraph.js';
import type { AppliedEdit } from './applied-edit.js';
import { deleteParagraph } from './delete-paragraph.js';
import type { MoveParagraphEdit } from './edit.js';
import { openParagraph } from './narrative.js';
import { succeed, UNSAFE, type Outcome } from './outcome.js';

/** Moves a paragraph within its section or to another one. Its comments go with it. */
export function moveParagraph(text: string, edit: MoveParagraphEdit): Outcome<AppliedEdit> {
  const { section, label, after, file } = edit;
  const toSection = edit.toSection ?? section;
  const found = openParagraph(text, section, label);
  if (found.refusal) return found;
  const { text: before } = found.value;
  const deleted = deleteParagraph(text, { kind: 'delete-paragraph', file, section, label, before });
  if (deleted.refusal) return deleted;
  const added = deleted.value.inverse;
  if (added.kind !== 'add-paragraph' || !added.source) return UNSAFE;
  const source = { ...added.source, gap: edit.gap ?? added.source.gap };
  const moved = addParagraph(deleted.value.text, { ...added, section: toSection, after, source });
  if (moved.refusal) return moved;
  const inverse: MoveParagraphEdit = {
    kind: 'move-paragraph',
    file,
    section: toSection,
    label,
    toSection: section,
    after: added.after,
    gap: added.source.gap,
  };
  return succeed({ text: moved.value.text, inverse });
}
