/**
 * Replaces tabs and control characters by spaces, as the PDF does. Removes soft hyphens, and characters that XML does not allow, which
 * would make Word refuse the file.
 */
export function removeUnprinted(text: string): string {
  return text.replace(/[\u0000-\u001f]+/g, ' ').replace(/[\u00ad\ufffe\uffff\p{Surrogate}]/gu, '');
}
