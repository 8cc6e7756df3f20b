import { PLACEHOLDER } from '../model/placeholder.js';

/** A part of a Markdown text that can be parsed without the rest. */
export interface MarkdownPart {
  text: string;
  /** The start in the whole text, in UTF-16 units. */
  offset: number;
  /** The number of lines before it. */
  lines: number;
}

/**
 * Splits Markdown before paragraphs that start at the left edge after a blank line. Every construct before such a line has
 * ended, so the parts give the same nodes as the whole text. A text is not split if it has a construct that reaches further:
 * a definition, a footnote, a code fence or a line that may start HTML.
 */
export function splitMarkdown(markdown: string): MarkdownPart[] {
  if (FAR_REACHING.test(markdown)) return [{ text: markdown, offset: 0, lines: 0 }];
  const starts = [0, ...[...markdown.matchAll(PARAGRAPH_START)].map(({ index }) => index)];
  let lines = 0;
  return starts.map((offset, index) => {
    const part = { text: markdown.slice(offset, starts[index + 1]), offset, lines };
    lines += countLineEnds(part.text);
    return part;
  });
}

const FAR_REACHING = /\]:|\[\^|```|~~~|^[ \t>*+\-\d.)]*</m;

/** A letter or a placeholder at the left edge, after a blank line. Paragraphs of narrative start with a placeholder, their label. */
const PARAGRAPH_START = new RegExp(`(?<=\\n[ \\t]*\\n)(?:\\p{L}|${PLACEHOLDER.source})`, 'gu');

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
