import breakerModule from 'pdfmake/js/TextBreaker.js';

const { default: TextBreaker } = breakerModule;

const SPACE = 0x20;

/** Marks between which, and beside letters and digits, no line ends. A line may end at spaces between a mark and a letter or digit. */
const MARKS = ".,:;)'’\u00a0";

/** The kinds of characters. */
const OTHER = 0;
const MARK = 1;
const LETTER_OR_DIGIT = 2;

/** The kind of each character, by its code. Higher codes are `OTHER`. */
const KINDS = new Uint8Array(0x2020);
for (let code = 0; code < KINDS.length; code++)
  if (/[0-9A-Za-z\u00c0-\u017f]/.test(String.fromCharCode(code))) KINDS[code] = LETTER_OR_DIGIT;
for (const mark of MARKS) KINDS[mark.charCodeAt(0)] = MARK;

/**
 * Splits a text where a line may end, as pdfmake's `TextBreaker` does. Calls `add` for each part, with true if the line must end after
 * it. The library applies the rules of Unicode to each character. Words of letters, digits and common marks need none of them: they
 * end with their spaces. The library splits only the words with other characters.
 */
export function splitWords(text: string, add: (part: string, lineEnd: boolean) => void): void {
  let start = 0;
  let isSimple = text.charCodeAt(0) !== SPACE; // spaces at the start belong to the first word
  let last = OTHER;
  let isAfterSpace = false;
  const addPart = (end: number): void => {
    const part = text.slice(start, end);
    if (isSimple) add(part, false);
    else
      for (const { text, lineEnd = false } of new TextBreaker().getBreaks([{ text: part }], null))
        add(text, lineEnd);
  };
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === SPACE) {
      isAfterSpace = true;
      continue;
    }
    const kind = KINDS[code] ?? OTHER;
    if (isAfterSpace && kind === LETTER_OR_DIGIT && last !== OTHER) {
      addPart(position);
      start = position;
      isSimple = true;
    } else if (isAfterSpace || kind === OTHER) isSimple = false;
    isAfterSpace = false;
    last = kind;
  }
  addPart(text.length);
}
