import { applyEdit } from './apply-edit.js';
import type { Edit } from './edit.js';
import { succeed, type Outcome } from './outcome.js';

/** The text after several edits. */
interface AppliedEdits {
  text: string;
  /** The edits that undo them, in the order in which they are to be made. */
  inverse: [Edit, ...Edit[]];
}

/** Applies edits of one file one after another. If one does not apply, none does. */
export function applyEdits(fileText: string, edits: readonly [Edit, ...Edit[]]): Outcome<AppliedEdits> {
  const [first, ...rest] = edits;
  const applied = applyEdit(fileText, first);
  if (applied.refusal) return applied;
  const { text, inverse } = applied.value;
  const [second, ...others] = rest;
  if (!second) return succeed({ text, inverse: [inverse] });
  const later = applyEdits(text, [second, ...others]);
  if (later.refusal) return later;
  return succeed({ text: later.value.text, inverse: [...later.value.inverse, inverse] });
}
