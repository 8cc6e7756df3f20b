/** Word prints a number before a text: "1.2. ", "Table 1. ", "Appendix C: ". */
const NUMBER = /^\s*(?:\p{L}+ )?[\p{L}\p{N}.]{1,12}[.):]\s+/u;

/** Removes the number that Word prints before a text. */
export function removeNumber(text: string): string {
  return text.replace(NUMBER, '');
}
