import { formatCodePoint } from '../format/words.js';
import { CONTROL } from '../inputs/yaml/find-unusual-characters.js';
import type { Edit } from './edit.js';
import { refuse, type Refused } from './outcome.js';

/** Code points that no text has. */
const NO_CHARACTER = /[\ufffe\uffff]/;

/** Refuses a typed text with characters that files lose or cannot have. Null for any other edit. */
export function refuseTyped(edit: Edit): Refused | null {
  const typed = listTyped(edit).join('\n');
  const [control] = CONTROL.exec(typed) ?? NO_CHARACTER.exec(typed) ?? [];
  if (control !== undefined)
    return refuse(
      `the text has a control character (${formatCodePoint(control)}), which cannot be seen`,
      'Delete it, or type the text again.',
    );
  return /\p{Surrogate}/u.test(typed)
    ? refuse('the text has half of a character', 'Type the text again.')
    : null;
}

/** Lists the new texts of an edit. One that puts old characters back types nothing. */
function listTyped(edit: Edit): string[] {
  switch (edit.kind) {
    case 'set':
      return edit.source === undefined ? [edit.after] : [];
    case 'add-paragraph':
      return edit.source === undefined ? [edit.text] : [];
    case 'add-row':
      return edit.source === undefined ? Object.values(edit.values) : [];
    case 'move-paragraph':
    case 'delete-paragraph':
    case 'delete-row':
      return [];
  }
}
