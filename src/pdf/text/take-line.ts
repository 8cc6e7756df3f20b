import type { Inline, LineOfText } from 'pdfmake/js/LayoutBuilder.js';
import module from 'pdfmake/js/Line.js';
import { HYPHENATION_POINT } from './hyphenation-point.js';
import { Word } from './word.js';

const { default: Line } = module;

export const HYPHEN = '-';

/** The characters of a long word that are measured for one line. No line of a page has so many. */
const MEASURED = 500;

/**
 * Takes the words of the next line from the front of a text, as pdfmake does. A word that is wider than a line is cut. Returns null at
 * the end of the text. pdfmake copies all further words for each word, and measures the whole rest of a long word for each line.
 */
export function takeLine(words: Inline[], width: number): LineOfText | null {
  if (words.length === 0) return null;
  const line = new Line(width);
  let count = 0;
  let mustFollow = false;
  for (let word = words[0]; word && (mustFollow || fits(line, words, count)); word = words[count]) {
    const rest = cutWord(word, line.getAvailableWidth());
    if (rest) words.splice(count + 1, 0, rest);
    line.addInline(word);
    count++;
    mustFollow = word.noNewLine && !rest;
  }
  words.splice(0, count);
  makeHyphen(line);
  line.lastLineInParagraph = words.length === 0;
  return line;
}

/** Returns true if a word fits on the line, with those after it that no line break may divide from it. */
function fits(line: LineOfText, words: readonly Inline[], index: number): boolean {
  if (line.inlines.length === 0) return true;
  if (line.newLineForced) return false;
  let width = 0;
  let trailingCut = 0;
  for (let word = words[index]; word; word = words[++index]) {
    width += word.width;
    trailingCut += word.trailingCut;
    if (!word.noNewLine) break;
  }
  const last = words[index];
  const hyphen = last?.text.endsWith(HYPHENATION_POINT) ? measure(last, HYPHEN) : 0;
  return line.inlineWidths + width + hyphen - line.leadingCut - trailingCut <= line.maxWidth;
}

/** Leaves out hyphenation points, and makes room for a hyphen where the line ends within a word. */
function makeHyphen(line: LineOfText): void {
  const last = line.inlines.at(-1);
  for (const word of line.inlines) {
    if (!word.text.endsWith(HYPHENATION_POINT)) continue;
    word.text = word.text.slice(0, -1);
    if (word !== last) continue;
    word.hyphenWidth = measure(word, HYPHEN);
    line.inlineWidths += word.hyphenWidth;
  }
}

/** Cuts a word to what fits, at least one character. Returns the rest, or null if the whole word fits or must not be cut. */
function cutWord(word: Inline, width: number): Inline | null {
  const { text } = word;
  if (word.noWrap || text.length <= 1 || word.width <= width) return null;
  const length = findFittingLength(word, width);
  if (length >= text.length) return null;
  const rest = new Word(text.slice(length), word.style, 0, 0, word.trailingCut, word.lineEnd, word.noNewLine);
  const whole = word.width;
  word.text = text.slice(0, length);
  word.width = measure(word, word.text);
  // The width of a longer rest matters only when it is cut again.
  rest.width = rest.text.length > 2 * MEASURED ? whole - word.width : measure(rest, rest.text);
  return rest;
}

/** Returns the number of characters that fit, at least 1, by halving the range in which it is. */
function findFittingLength(word: Inline, width: number): number {
  let least = 1;
  let most = Math.min(word.text.length, MEASURED);
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(word, word.text.slice(0, middle)) <= width) least = middle;
    else most = middle - 1;
  }
  return least;
}

function measure({ font, fontSize }: Inline, text: string): number {
  return font.widthOfString(text, fontSize);
}
