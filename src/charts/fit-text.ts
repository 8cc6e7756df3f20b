import { measureTextWidth, type TextStyle } from './measure-text.js';

/** Breaks a text at its spaces into lines no wider than `width`. A wider word has a line of its own. */
export function wrapText(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measureTextWidth(joined, style) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Returns the text, or as much of it as fits before an ellipsis. */
export function shortenText(text: string, width: number, style: TextStyle): string {
  if (measureTextWidth(text, style) <= width) return text;
  let start = text;
  while (start.length > 1 && measureTextWidth(`${start}…`, style) > width) start = start.slice(0, -1);
  return `${start.trimEnd()}…`;
}

/** Breaks a text into at most `mostLines` lines. Words that are too long, and a text that goes on, end with an ellipsis. */
export function fitLines(text: string, width: number, style: TextStyle, mostLines: number): string[] {
  const lines = wrapText(text, width, style);
  const rest = lines.slice(mostLines - 1).join(' ');
  const kept = [...lines.slice(0, mostLines - 1), ...(rest === '' ? [] : [rest])];
  return kept.map((line) => shortenText(line, width, style));
}
