import { removeRunningLines } from '../../model/remove-running-lines.js';
import { splitTokens } from '../align/split-tokens.js';
import type { Token } from '../align/token.js';

/** A page of a PDF, as lines of text. */
export interface PrintedPage {
  lines: string[];
}

/** The words of a printed paper, in order. */
export interface PrintedWords {
  tokens: Token[];
  /** The number of the page that each token is on. */
  pages: Map<Token, number>;
  /** The tokens that begin a numbered paragraph. */
  starts: Set<Token>;
}

/**
 * Splits the pages of a PDF into words. Heads, feet and the contents list are left out, because their numbers move with the
 * layout. Numbers of paragraphs are equal to each other, so a renumbered paragraph is no change.
 */
export function splitPrintedWords(pages: readonly PrintedPage[]): PrintedWords {
  const words: PrintedWords = { tokens: [], pages: new Map(), starts: new Set() };
  const lines = removeContents(removeRunningLines(pages));
  let expected = '1';
  let lead = '';
  lines.forEach((pageLines, index) => {
    for (const line of pageLines) {
      const [first, ...rest] = splitTokens(line, () => null);
      if (!first) continue;
      const isStart = isParagraphNumber(first.text, rest[0]?.text, expected);
      if (isStart) expected = countOn(first.text);
      const start = { ...first, lead, ...(isStart && { key: 'paragraph number' }) };
      if (isStart) words.starts.add(start);
      for (const token of [start, ...rest]) {
        words.tokens.push(token);
        words.pages.set(token, index + 1);
      }
      lead = /\p{L}-$/u.test(line) ? '' : ' ';
    }
  });
  return words;
}

/** Recognises "12." or "1.2" at the start of a line, if it is the number that comes next. */
function isParagraphNumber(text: string, next: string | undefined, expected: string): boolean {
  if (text === expected) return next === '.' || text.includes('.');
  const [section = '', paragraph] = text.split('.');
  return paragraph === '1' && /^\d+$/.test(section);
}

function countOn(number: string): string {
  return number.replace(/\d+$/, (last) => String(Number(last) + 1));
}

/** Removes lines of a contents list: a line that ends with a number, and stands without it further on. */
function removeContents(pages: readonly string[][]): string[][] {
  const all = new Set(pages.flat());
  return pages.map((lines) =>
    lines.filter((line) => {
      const title = /^(.+) \d+$/.exec(line)?.[1];
      return title === undefined || !all.has(title);
    }),
  );
}
