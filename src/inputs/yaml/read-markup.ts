import { isScalar } from 'yaml';
import type { Scalar } from 'yaml';
import type { Markup } from '../../model/markup.js';
import type { Place } from '../../model/problem.js';
import { isBlock, readSource, getStart } from './read-node.js';

/**
 * Reads a scalar as Markdown with the place of its first character. Text under a `|` starts on the next line,
 * at the indentation of the block. Quoted text starts after its quote.
 */
export function readMarkup(node: unknown, text: string, placeAt: (offset: number) => Place): Markup {
  if (!isScalar(node)) return { text: '', place: placeAt(0) };
  const start = placeAt(getStart(node));
  const place = isBlock(node)
    ? { ...start, line: start.line + 1, column: findBlockColumn(node, text) }
    : { ...start, column: start.column + (isQuoted(node) ? 1 : 0) };
  return { text: readSource(node), place };
}

function isQuoted(node: Scalar): boolean {
  return node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
}

function findBlockColumn(node: Scalar, text: string): number {
  const body = text.slice(text.indexOf('\n', getStart(node)) + 1);
  return (/^(?:[ \t]*\r?\n)*( *)/.exec(body)?.[1]?.length ?? 0) + 1;
}
