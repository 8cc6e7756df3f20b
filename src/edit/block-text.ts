import { isScalar, type Node, type Scalar } from 'yaml';
import { findLineEnd, findLineStart } from '../inputs/yaml/find-line.js';
import { isBlock, readSource } from '../inputs/yaml/read-node.js';

/** Normalises what an author typed as a text of several lines: line breaks of one kind, and no white space around it. */
export function normaliseTyped(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

/** Returns true for a text under `|` or `>`. */
export function isBlockText(node: Node | null): node is Scalar {
  return isScalar(node) && isBlock(node);
}

/** Reads a scalar as an author edits it: as it is typed, and without the white space around a block. Empty if there is no value. */
export function readScalarText(node: Node | null): string {
  if (!isScalar(node) || node.value === null) return '';
  return isBlock(node) ? readSource(node).trim() : readSource(node);
}

/** The lines of a text under `|` or `>`, as offsets. */
export interface BlockLines {
  /** The offset of the first line of the text. */
  start: number;
  /** The offset after the last line that is not empty, without its line break. */
  end: number;
  /** The number of spaces before each line. */
  indent: number;
}

/** Finds the lines of a text under `|` or `>`. `fallback` is the indentation for an empty text. */
export function findBlockLines(text: string, node: Scalar, fallback: number): BlockLines {
  const [from, to] = node.range ?? [0, 0];
  const start = findLineEnd(text, from);
  const body = text.slice(start, Math.max(start, to));
  const end = start + body.trimEnd().length;
  return { start, end, indent: findIndent(body, node) ?? fallback };
}

/** The indentation is what YAML removes from a line. The first line can have more spaces than that. */
function findIndent(body: string, node: Scalar): number | null {
  const lines = body.split('\n');
  const index = lines.findIndex((line) => line.trim() !== '');
  if (index < 0) return null;
  const kept = isFolded(node) ? 0 : measureSpaces(String(node.value).split('\n')[index] ?? '');
  return measureSpaces(lines[index] ?? '') - kept;
}

function isFolded(node: Scalar): boolean {
  return node.type === 'BLOCK_FOLDED';
}

function measureSpaces(line: string): number {
  return line.length - line.trimStart().length;
}

/** Indents the lines of a text. Empty lines stay empty. */
export function indentLines(text: string, indent: number, lineBreak: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(indent) + line))
    .join(lineBreak);
}

/** Returns the column of an offset, counted from 0. */
export function findColumn(text: string, offset: number): number {
  return offset - findLineStart(text, offset);
}

/** Returns the line break that a file has most likely everywhere. */
export function findLineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
