/** The number of words in a row that tell that a text was copied. */
const PHRASE_LENGTH = 5;

/** Splits a text into words and numbers, without punctuation. */
export function splitWords(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)?/gu) ?? [];
}

/** Lists the phrases of a text: each five words in a row, in lower case. A text of two to four words is one phrase. */
export function listPhrases(text: string): string[] {
  const words = splitWords(text).map((word) => word.toLowerCase());
  if (words.length < PHRASE_LENGTH) return [];
  return words
    .slice(0, words.length - PHRASE_LENGTH + 1)
    .map((_, index) => words.slice(index, index + PHRASE_LENGTH).join(' '));
}

/** Lists the numbers of a text in digits, without commas: "1234567" for "£1,234,567", and "1200000" for "£1.2 million". */
export function listNumbers(text: string): string[] {
  const pattern = /(?<![\p{L}\p{N}.])(\d[\d,]*(?:\.\d+)?)(?:\s?(million|thousand|m|k)\b)?/gu;
  return [...text.normalize('NFKC').matchAll(pattern)].flatMap(([, digits = '', size]) => {
    const number = trimZeros(digits.replaceAll(',', ''));
    const factor = size === undefined ? 1 : /^m/.test(size) ? 1_000_000 : 1000;
    return factor === 1 ? [number] : [number, String(Math.round(Number(number) * factor))];
  });
}

/** Removes zeros that say nothing: "161.80" is "161.8". */
export function trimZeros(number: string): string {
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number;
}
