/** A pattern that fits a text and nothing else, whatever characters it has. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
