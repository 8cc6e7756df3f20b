import { escapeMarkdown } from '../model/escape-markdown.js';
import type { WordRun } from '../word/read/word-file.js';
import { PARAGRAPH_END } from './word-text.js';

/** The look that the text has already where it is inserted. */
export interface Surroundings {
  isStrong: boolean;
  isEmphasis: boolean;
}

/** Writes inserted runs as Markdown: bold and italic words keep their look, and links their address. */
export function writeMarkdown(runs: readonly WordRun[], around: Surroundings): string {
  return runs.map((run) => writeRun(run, around)).join('');
}

function writeRun({ text, isBold, isItalic, link }: WordRun, around: Surroundings): string {
  const sign = (isBold && !around.isStrong ? '**' : '') + (isItalic && !around.isEmphasis ? '*' : '');
  return text
    .split(PARAGRAPH_END)
    .map((part) => wrap(part.replace(/[\s\u00ad]+/g, ' '), sign, link))
    .join(PARAGRAPH_END);
}

/** Signs stand directly beside words, so the spaces go outside. */
function wrap(text: string, sign: string, link: string | null): string {
  const [, lead = '', words = '', tail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (words === '') return text;
  const escaped = escapeMarkdown(words);
  const linked =
    link !== null && /^(?:https?|mailto):[^\s()<>]+$/i.test(link) ? `[${escaped}](${link})` : escaped;
  return `${lead}${sign}${linked}${sign}${tail}`;
}

/** Keeps the first characters of a line from acting as the sign of a list, a heading or a quotation. */
export function escapeLineStart(markdown: string): string {
  return markdown
    .replace(/^(\s*)([-+])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*)([=-])(?=[=-])/, '$1\\$2');
}
