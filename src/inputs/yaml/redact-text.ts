import { isNode, Lexer } from 'yaml';
import type { TextEdit } from './text-edit.js';

/** Removes the comments of a YAML file. Their line breaks stay. */
export function removeComments(text: string): string {
  let isScalar = false;
  const kept: string[] = [];
  for (const token of new Lexer().lex(text)) {
    const isContent = isScalar;
    isScalar = token === SCALAR;
    if (!isContent && (CONTROLS.includes(token) || token.startsWith('#'))) continue;
    kept.push(token);
  }
  return kept.join('');
}

/** The lexer's own tokens, which are no part of the file: document, end of a flow collection, scalar. */
const SCALAR = '\u001f';
const CONTROLS = ['\u0002', '\u0018', SCALAR];

/** Replaces a value of a YAML file. Line breaks in it stay, so that everything after it keeps its line. */
export function replaceNode(node: unknown, value: string, text: string): TextEdit[] {
  if (!isNode(node) || !node.range) return [];
  const [start, valueEnd] = node.range;
  const end = findEnd(start, valueEnd, text);
  const breaks = text.slice(start, end).split('\n').length - 1;
  return [{ start, end, text: value + '\n'.repeat(breaks) }];
}

/** Finds the end of a value without the white space after it. */
export function findEnd(start: number, end: number, text: string): number {
  return start + text.slice(start, end).trimEnd().length;
}
