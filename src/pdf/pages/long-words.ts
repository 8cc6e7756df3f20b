import type { Inline, Node } from 'pdfmake/js/LayoutBuilder.js';
import inlinesModule from 'pdfmake/js/TextInlines.js';

const { default: TextInlines } = inlinesModule;

/** The characters of a long word that are measured for one line. No line of a page has so many. */
const MEASURED = 500;

type Line = Pick<Node, '_inlines'>;

/**
 * Cuts a very long word at the start of a line to its first characters, and returns the others. pdfmake measures the whole rest of
 * a word for each of its lines: a word of 32,767 characters took a minute. Returns null where there is no such word.
 */
export function cutLongWord({ _inlines: [word] = [] }: Line, lineWidth: number): string | null {
  if (!word || word.noWrap === true || word.text.length <= 2 * MEASURED) return null;
  const start = word.text.slice(0, MEASURED);
  const width = measure(start, word);
  if (width <= lineWidth) return null;
  const rest = word.text.slice(MEASURED);
  word.text = start;
  word.width = width;
  return rest;
}

/** Puts the rest of a long word after what its line has left over. */
export function joinLongWord({ _inlines: [word] = [] }: Line, rest: string): void {
  if (!word) throw new Error('the start of a long word fitted on its line');
  word.text += rest;
  // The width of a word that is cut again is measured then.
  if (word.text.length <= 2 * MEASURED) word.width = measure(word.text, word);
}

function measure(text: string, word: Inline): number {
  return new TextInlines(null).widthOfText(text, word);
}
