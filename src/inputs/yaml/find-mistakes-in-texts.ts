import { isScalar, visit } from 'yaml';
import type { Document, Pair, Scalar } from 'yaml';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { findBullet, findSingleBraces, type PlaceInLine } from './find-markdown-mistakes.js';
import { isBlock } from './read-node.js';

/** `some-label: |` alone on its line. */
const KEY = /^( *)([\p{L}\p{N}-]+):[ \t]*[|>][+-]?[ \t]*\r?$/u;

interface TextLine {
  line: string;
  placeAt: PlaceInLine;
}

/** Finds Markdown mistakes in the texts of a YAML file, and keys that are part of the text above by wrong indentation. */
export function findMistakesInTexts(
  text: string,
  document: Document,
  placeAt: (offset: number) => Place,
): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Pair: (_key, pair: Pair) => {
      if (!isScalar(pair.value) || !isBlock(pair.value) || !isScalar(pair.key)) return;
      const column = columnOf(text, pair.key);
      const [, ...lines] = linesOf(pair.value, text, placeAt);
      problems.push(...lines.flatMap((textLine) => findKeyInText(textLine, column)));
    },
    Scalar: (_key, node) => {
      if (typeof node.value !== 'string') return;
      for (const { line, placeAt: placeInLine } of linesOf(node, text, placeAt))
        problems.push(
          ...(isBlock(node) ? findBullet(line, placeInLine) : []),
          ...findSingleBraces(line, placeInLine),
        );
    },
  });
  return problems;
}

/**
 * The lines of a scalar, each starting in column 1. The text before the scalar on its first line is blanked out,
 * because several scalars can share a line within `{ }`.
 */
function linesOf(node: Scalar, text: string, placeAt: (offset: number) => Place): TextLine[] {
  const [start, end] = node.range ?? [0, 0];
  const { file, line: firstLine } = placeAt(start);
  return (' '.repeat(columnOf(text, node) - 1) + text.slice(start, end)).split('\n').map((line, index) => ({
    line,
    placeAt: (column) => ({ file, line: firstLine + index, column }),
  }));
}

function columnOf(text: string, node: Scalar): number {
  const start = node.range?.[0] ?? 0;
  return start - text.lastIndexOf('\n', start - 1);
}

/** `column` is the column of the key whose text the line belongs to. */
function findKeyInText({ line, placeAt }: TextLine, column: number): Problem[] {
  const [, indent, key = ''] = KEY.exec(line) ?? [];
  if (indent === undefined) return [];
  return [
    makeError(
      'key-is-not-text',
      placeAt(indent.length + 1),
      `the key "${key}" is indented too far and became part of the text above`,
      { hint: `Indent the key by ${formatSpaces(column - 1)}, and its text by two more.` },
    ),
  ];
}

function formatSpaces(count: number): string {
  return count === 1 ? 'one space' : `${count === 0 ? 'no' : count} spaces`;
}
