import type { Edit } from './edit.js';
import { refuse, type Refused } from './outcome.js';

/** Control characters except tabs and line breaks, and code points that no text has. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/;

/** Refuses a typed text with characters that files lose or cannot have. Null for any other edit. */
export function refuseTyped(edit: Edit): Refused | null {
  const typed = listTyped(edit).join('\n');
  const [control] = CONTROL.exec(typed) ?? [];
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

/** Formats "U+0007". */
function formatCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
