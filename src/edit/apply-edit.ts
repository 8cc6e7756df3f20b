import type { AppliedEdit } from './applied-edit.js';
import { addParagraph } from './add-paragraph.js';
import { addCsvRow, deleteCsvRow } from './csv-rows.js';
import { deleteParagraph } from './delete-paragraph.js';
import { moveParagraph } from './move-paragraph.js';
import type { Edit, EditTarget, SetEdit } from './edit.js';
import { setFrontMatter } from './front-matter.js';
import { succeed, type Outcome } from './outcome.js';
import { refuseFile } from './refuse-file.js';
import { refuseTyped } from './refuse-typed.js';
import { setCell } from './set-cell.js';
import { setYaml, type SetText } from './set-yaml.js';
import { setTemplateLines } from './template-lines.js';
import { addYamlRow, deleteYamlRow } from './yaml-rows.js';

/** Applies an edit to the text of its file. Everything outside the edited place stays as it is. */
export function applyEdit(fileText: string, edit: Edit): Outcome<AppliedEdit> {
  const refused = refuseFile(getFile(edit)) ?? refuseTyped(edit);
  if (refused) return refused;
  const mark = fileText.startsWith('\uFEFF') ? '\uFEFF' : '';
  const applied = applyTo(fileText.slice(mark.length), edit);
  return applied.refusal ? applied : succeed({ ...applied.value, text: mark + applied.value.text });
}

/** Returns the file that an edit changes. */
export function getFile(edit: Edit): string {
  return edit.kind === 'set' ? edit.target.file : edit.file;
}

function applyTo(text: string, edit: Edit): Outcome<AppliedEdit> {
  switch (edit.kind) {
    case 'set':
      return applySet(text, edit);
    case 'add-paragraph':
      return addParagraph(text, edit);
    case 'move-paragraph':
      return moveParagraph(text, edit);
    case 'delete-paragraph':
      return deleteParagraph(text, edit);
    case 'add-row':
      return isCsv(edit.file) ? addCsvRow(text, edit) : addYamlRow(text, edit);
    case 'delete-row':
      return isCsv(edit.file) ? deleteCsvRow(text, edit) : deleteYamlRow(text, edit);
  }
}

function isCsv(file: string): boolean {
  return /\.csv$/i.test(file);
}

function applySet(text: string, edit: SetEdit): Outcome<AppliedEdit> {
  const { target } = edit;
  switch (target.kind) {
    case 'yaml':
      return withInverse(setYaml(text, target.path, edit), edit);
    case 'cell':
      return withInverse(setCell(text, target, edit), edit);
    case 'front-matter':
      return withInverse(setFrontMatter(text, target, edit), edit);
    case 'heading':
    case 'lines': {
      const set = setTemplateLines(text, target, edit);
      if (set.refusal) return set;
      return succeed({ text: set.value.text, inverse: invert(edit, set.value.after, set.value.target) });
    }
  }
}

function withInverse(set: Outcome<SetText>, edit: SetEdit): Outcome<AppliedEdit> {
  if (set.refusal) return set;
  const { text, after, source } = set.value;
  return succeed({ text, inverse: { ...invert(edit, after, edit.target), source } });
}

/** `after` is the text of the place now. */
function invert({ before, as }: SetEdit, after: string, target: EditTarget): SetEdit {
  return { kind: 'set', target, before: after, after: before, as };
}
