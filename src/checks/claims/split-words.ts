/** Splits a text into words in lower case, without punctuation. */
export function splitWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'&-]*/gu) ?? []
  );
}
