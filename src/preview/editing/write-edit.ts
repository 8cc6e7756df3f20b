import { applyEdit, getFile } from '../../edit/apply-edit.js';
import type { Edit } from '../../edit/edit.js';
import type { Refusal } from '../../edit/outcome.js';
import type { EditableFiles } from './editable-files.js';

/** The edit that undoes what was written, or the reason why nothing was. `busy` has the words for it. */
type WrittenEdit = { inverse: Edit } | { refusal: Refusal } | { busy: string };

/** The attempts to write while other programs save the same file. */
const ATTEMPTS = 3;

const NOT_ENCODED =
  'has an encoding without one of these characters. Nothing was written. Save it from your spreadsheet as CSV (UTF-8).';

const READ_ONLY = 'is read-only. Nothing was written. Allow changes to the file, and save again.';

/** Applies an edit to its file as it is now. */
export async function writeEdit(edit: Edit, files: EditableFiles, attempt = 1): Promise<WrittenEdit> {
  const file = getFile(edit);
  const applied: ReturnType<typeof applyEdit>[] = [];
  const written = await files.write(file, (now) => {
    const result = applyEdit(now, edit);
    applied.push(result);
    return result.value?.text ?? null;
  });
  const [result] = applied;
  const { outcome } = written;
  if (outcome === 'written' && result?.value) return { inverse: result.value.inverse };
  if (outcome === 'refused' && result?.refusal) return { refusal: result.refusal };
  if (outcome === 'changed' && attempt < ATTEMPTS) return writeEdit(edit, files, attempt + 1);
  if (written.outcome === 'failed') return { busy: written.reason };
  if (outcome === 'read-only') return { busy: `${file} ${READ_ONLY}` };
  if (outcome === 'not-encoded') return { busy: `${file} ${NOT_ENCODED}` };
  return outcome === 'no-such-file'
    ? { busy: `${file} is not there any more, or is no text. Nothing was written.` }
    : { busy: `Another program is writing to ${file}. Nothing was written. Try again.` };
}
