import { describeRow } from '../../edit/describe-row.js';
import type { Edit } from '../../edit/edit.js';
import { findParagraph } from './describe-target.js';
import type { Opened } from './open-place.js';

/** Plans the edit that gives an opened text other words. */
export function planSet({ target, before }: Opened, after: string): Edit {
  return { kind: 'set', target, before, after };
}

/** Plans a paragraph after the opened one. Null if that is no paragraph. */
export function planAddition({ target }: Opened, label: string, text: string): Edit | null {
  const paragraph = findParagraph(target);
  if (!paragraph) return null;
  const { file, section, label: after } = paragraph;
  return { kind: 'add-paragraph', file, section, after, label, text };
}

/** Plans a row after that of the opened cell. Empty values are left out. Null if the cell is in no row of the text. */
export function planRow(
  { target }: Opened,
  values: Readonly<Record<string, string>>,
  text: string | null,
): Edit | null {
  const described = text === null ? null : describeRow(text, target).value;
  if (!described) return null;
  return {
    kind: 'add-row',
    file: target.file,
    after: described.row,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')),
    ...(target.kind === 'cell' && { headerRow: target.headerRow }),
  };
}

/** Plans the move of the opened paragraph by one place. Null if there is none. */
export function planMove(
  { target }: Opened,
  by: 1 | -1,
  listParagraphs: (section: string) => string[],
): Edit | null {
  const paragraph = findParagraph(target);
  if (!paragraph) return null;
  const { file, section, label } = paragraph;
  const labels = listParagraphs(section);
  const index = labels.indexOf(label);
  if (index === -1 || labels[index + by] === undefined) return null;
  const after = by === 1 ? labels[index + 1] : labels[index - 2];
  return { kind: 'move-paragraph', file, section, label, after: after ?? null };
}

/** Plans the deletion of the opened paragraph. Null if that is no paragraph. */
export function planDeletion({ target, before }: Opened): Edit | null {
  const paragraph = findParagraph(target);
  return paragraph && { kind: 'delete-paragraph', ...paragraph, before };
}
