/** Private-use characters count as letters in Markdown, so emphasis next to a placeholder still works. */
const FIRST = 0xf0000;
const LAST = 0xffffd;

/** Matches a placeholder. */
export const PLACEHOLDER = /[\u{f0000}-\u{ffffd}]/u;

const SPLITTER = new RegExp(`(${PLACEHOLDER.source})`, 'u');

/** The length of a placeholder in UTF-16 code units, the unit of offsets. */
export const PLACEHOLDER_LENGTH = 2;

/** Returns the placeholder for the value at an index. */
export function makePlaceholder(index: number): string {
  if (FIRST + index > LAST) throw new Error('a section has more values than there are placeholders');
  return String.fromCodePoint(FIRST + index);
}

/** Splits a text at its placeholders. Each placeholder becomes the index of its value. */
export function splitAtPlaceholders(text: string): (string | number)[] {
  return text
    .split(SPLITTER)
    .filter((part) => part !== '')
    .map((part) => {
      const point = part.codePointAt(0) ?? 0;
      return point >= FIRST && point <= LAST ? point - FIRST : part;
    });
}
