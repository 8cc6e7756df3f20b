import { PLACEHOLDER } from '../model/placeholder.js';
import { parsePlainParagraph } from './parse-plain-paragraph.js';

/** A part of a Markdown text that can be parsed without the rest. */
export interface MarkdownPart {
  text: string;
  /** The start in the whole text, in UTF-16 units. */
  offset: number;
  /** The number of lines before it. */
  lines: number;
}

/**
 * Splits Markdown before headings and paragraphs that start at the left edge after a blank line, and after those that end at one. No
 * construct reaches over such a place, so the parts give the same nodes as the whole text. A text is not split if it has a construct
 * that reaches further: a definition, a footnote, a code fence or a line that may start HTML.
 */
export function splitMarkdown(markdown: string): MarkdownPart[] {
  if (reachesFar(markdown)) return [{ text: markdown, offset: 0, lines: 0 }];
  const parts: MarkdownPart[] = [];
  let lines = 0;
  let isOpen = false;
  for (const text of markdown.split(AFTER_BLANK_LINE)) {
    const last = parts.at(-1);
    if (last && isOpen && !STARTS_BLOCK.test(text)) last.text += text;
    else parts.push({ text, offset: last ? last.offset + last.text.length : 0, lines });
    isOpen = !HEADING_ONLY.test(text) && !parsePlainParagraph(text);
    lines += countLineEnds(text);
  }
  return parts;
}

/** Looks for a `<` first, because most texts have none, and a search at each line takes longer than the rest of the split. */
function reachesFar(markdown: string): boolean {
  return FAR_REACHING.test(markdown) || (markdown.includes('<') && HTML_LINE.test(markdown));
}

const FAR_REACHING = /\]:|\[\^|```|~~~/;
const HTML_LINE = /^[ \t>*+\-\d.)]*</m;

/** Before a line with text that follows a blank line. */
const AFTER_BLANK_LINE = /(?<=\n[ \t]*\n)(?![ \t]*(?:\n|$))/;

/** A heading, or a letter or a placeholder, at the left edge. Paragraphs of narrative start with a placeholder, their label. */
const STARTS_BLOCK = new RegExp(`^(?:#{1,6} |\\p{L}|${PLACEHOLDER.source})`, 'u');

/** A heading without text under it. */
const HEADING_ONLY = /^#{1,6} .*\n\s*$/;

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
