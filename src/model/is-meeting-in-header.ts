import type { Document } from './document.js';
import { toPlainText } from './inline.js';

/** Returns true if the header block has the date of the meeting, so that the masthead need not repeat it. */
export function isMeetingInHeader({ header, masthead }: Pick<Document, 'header' | 'masthead'>): boolean {
  return header.fields.some(({ value }) => toPlainText(value).includes(masthead.meeting));
}
