import type { AppliedEdit } from './applied-edit.js';
import { normaliseTyped } from './block-text.js';
import type { AddParagraphEdit } from './edit.js';
import { insertParagraph } from './insert-paragraph.js';
import { listSections } from './narrative.js';
import { openYaml } from './open-yaml.js';
import { refuse, succeed, UNSAFE, type Outcome } from './outcome.js';
import { checkLabel } from './suggest-label.js';
import { hasParagraph } from './verify-paragraphs.js';

/** Adds a paragraph to a section, which is made if it does not exist. */
export function addParagraph(text: string, edit: AddParagraphEdit): Outcome<AppliedEdit> {
  const opened = openYaml(text);
  if (opened.refusal) return opened;
  const { section, label, after, file } = edit;
  const typed = normaliseTyped(edit.text);
  if (typed === '') return refuse('a paragraph cannot be empty', 'Type its text.');
  const sections = listSections(opened.value);
  const wrong = checkLabel(
    label,
    sections.flatMap(({ labels }) => labels),
  );
  if (wrong) return wrong;
  const known = sections.find((candidate) => candidate.section === section);
  const labels = known?.labels ?? [];
  const index = after === null ? -1 : labels.indexOf(after);
  if (after !== null && index < 0)
    return refuse(`the paragraph "${after}" is no longer in the section`, 'Reload the page.', null);
  const order = [...labels.slice(0, index + 1), label, ...labels.slice(index + 1)];
  const forms = [...(edit.source ? [{ source: edit.source }] : []), { comments: edit.source?.lines }];
  for (const form of forms) {
    const changed = insertParagraph(text, { section, label, index, typed }, form);
    if (changed.refusal) return changed;
    if (!hasParagraph(changed.value, opened.value, { section, label, order }, typed)) continue;
    const inverse = {
      kind: 'delete-paragraph',
      file,
      section,
      label,
      before: typed,
      dropsSection: known === undefined,
    } as const;
    return succeed({ text: changed.value, inverse });
  }
  return UNSAFE;
}
