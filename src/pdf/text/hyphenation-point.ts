/**
 * Marks a place where a word may be divided, from the tables to the lines of the PDF. Unicode's line breaking allows a break after it.
 * Soft hyphens that an author typed are left out before.
 */
export const HYPHENATION_POINT = '\u2027';
