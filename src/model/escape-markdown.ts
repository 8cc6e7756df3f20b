/** Keeps the characters of a text from acting as Markdown or Handlebars. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>{}|~#]/g, (character) => `\\${character}`);
}
