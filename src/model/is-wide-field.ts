import type { HeaderField } from './document.js';
import { toPlainText } from './inline.js';

/** The most characters of a field that stands beside another one: about three lines of half the width. */
const MAX_NARROW_LENGTH = 120;

/** Returns true if a field of a header in two columns takes the whole width. */
export function isWideField({ value }: HeaderField): boolean {
  return toPlainText(value).length > MAX_NARROW_LENGTH;
}
