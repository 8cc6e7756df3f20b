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
export function planRow({ target, row }: Opened, values: Readonly<Record<string, string>>): Edit | null {
  if (!row) return null;
  return {
    kind: 'add-row',
    file: target.file,
    after: row.row,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')),
    ...(target.kind === 'cell' && { headerRow: target.headerRow }),
  };
}

/** Plans the deletion of the row of the opened cell. Null if the cell is in no row that can be deleted. */
export function planRowDeletion({ target, row }: Opened): Edit | null {
  if (!row || row.name === null) return null;
  return {
    kind: 'delete-row',
    file: target.file,
    row: row.row,
    before: row.values,
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
