/** Replaces no-break spaces by plain ones, for readers, searches and copied text: only lines of the page need them. */
export function usePlainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
