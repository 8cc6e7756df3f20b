import { getFile } from '../../edit/apply-edit.js';
import { applyEdits } from '../../edit/apply-edits.js';
import type { Edit } from '../../edit/edit.js';
import type { Refusal } from '../../edit/outcome.js';
import type { EditableFiles } from './editable-files.js';

/** The edits that undo what was written, or the reason why nothing was. `busy` has the words for it. */
type WrittenEdits = { inverse: Edits } | { refusal: Refusal } | { busy: string };

/** Edits of one file, in their order. */
export type Edits = readonly [Edit, ...Edit[]];

/** The attempts to write while other programs save the same file. */
const ATTEMPTS = 3;

const NOT_ENCODED =
  'has an encoding without one of these characters. Nothing was written. Save it from your spreadsheet as CSV (UTF-8).';

const READ_ONLY = 'is read-only. Nothing was written. Allow changes to the file, and save again.';

/** Applies edits to their file as it is now: all of them, or none. */
export async function writeEdits(edits: Edits, files: EditableFiles, attempt = 1): Promise<WrittenEdits> {
  const file = getFile(edits[0]);
  const applied: ReturnType<typeof applyEdits>[] = [];
  const written = await files.write(file, (now) => {
    const result = applyEdits(now, edits);
    applied.push(result);
    return result.value?.text ?? null;
  });
  const [result] = applied;
  const { outcome } = written;
  if (outcome === 'written' && result?.value) return { inverse: result.value.inverse };
  if (outcome === 'refused' && result?.refusal) return { refusal: result.refusal };
  if (outcome === 'changed' && attempt < ATTEMPTS) return writeEdits(edits, files, attempt + 1);
  if (written.outcome === 'failed') return { busy: written.reason };
  if (outcome === 'read-only') return { busy: `${file} ${READ_ONLY}` };
  if (outcome === 'not-encoded') return { busy: `${file} ${NOT_ENCODED}` };
  return outcome === 'no-such-file'
    ? { busy: `${file} is not there any more, or is no text. Nothing was written.` }
    : { busy: `Another program is writing to ${file}. Nothing was written. Try again.` };
}
