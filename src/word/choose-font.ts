import type { Typeface } from '../model/typeface.js';

/** The typefaces that office programs have in place of the program's own ones. Their letters are about as wide. */
const OFFICE_FONTS: Record<string, string> = { 'Source Sans 3': 'Calibri', 'Liberation Sans': 'Arial' };

/**
 * Returns the typeface of a Word document. Readers of Word files rarely have the program's typefaces, and what their program shows
 * instead is a matter of luck. An authority has its own typeface.
 */
export function chooseFont({ name }: Pick<Typeface, 'name'>): string {
  return OFFICE_FONTS[name] ?? name;
}
