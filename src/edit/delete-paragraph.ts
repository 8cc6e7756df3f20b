import type { AppliedEdit } from './applied-edit.js';
import { cutParagraph } from './cut-paragraph.js';
import type { AddParagraphEdit, DeleteParagraphEdit } from './edit.js';
import { openParagraph } from './narrative.js';
import { refuse, succeed, UNSAFE, type Outcome } from './outcome.js';
import { lacksParagraph } from './verify-paragraphs.js';

/** Deletes a paragraph with the comments directly above it. */
export function deleteParagraph(text: string, edit: DeleteParagraphEdit): Outcome<AppliedEdit> {
  const { section, label, file, before, dropsSection = false } = edit;
  const found = openParagraph(text, section, label);
  if (found.refusal) return found;
  const { document, order, index, text: current } = found.value;
  if (current !== before)
    return refuse('the paragraph has changed in the file since you opened it', undefined, current);
  const cut = cutParagraph(text, { section, index, dropsSection });
  if (cut.refusal) return cut;
  const rest = order.filter((candidate) => candidate !== label);
  if (!lacksParagraph(cut.value.text, document, { section, label, order: rest })) return UNSAFE;
  const inverse: AddParagraphEdit = {
    kind: 'add-paragraph',
    file,
    section,
    after: order[index - 1] ?? null,
    label,
    text: current,
    source: cut.value.source,
  };
  return succeed({ text: cut.value.text, inverse });
}
