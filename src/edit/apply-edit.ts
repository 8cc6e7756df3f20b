import type { Edit, EditTarget, SetEdit } from './edit.js';
import { refuse, succeed, type Outcome } from './outcome.js';
import { refuseFile } from './refuse-file.js';
import { setCell } from './set-cell.js';
import { setYaml, type SetText } from './set-yaml.js';
import { setTemplateLines } from './template-lines.js';

/** A file's text after an edit. */
export interface AppliedEdit {
  text: string;
  /** The edit that undoes this one, also if other places of the file have changed meanwhile. */
  inverse: Edit;
}

/** Applies an edit to the text of its file. Everything outside the edited place stays as it is. */
export function applyEdit(fileText: string, edit: Edit): Outcome<AppliedEdit> {
  const refused = refuseFile(getFile(edit));
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
    default:
      return refuse('this kind of edit is not supported yet');
  }
}

function applySet(text: string, edit: SetEdit): Outcome<AppliedEdit> {
  const { target } = edit;
  switch (target.kind) {
    case 'yaml':
      return withInverse(setYaml(text, target.path, edit), edit);
    case 'cell':
      return withInverse(setCell(text, target, edit), edit);
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
