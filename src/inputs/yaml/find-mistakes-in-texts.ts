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

/**
 * Finds Markdown mistakes in the texts of a YAML file.
 * Also finds keys that became part of the text above because they are indented too far.
 */
export function findMistakesInTexts(
  text: string,
  document: Document,
  placeAt: (offset: number) => Place,
): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Pair: (_key, pair: Pair) => {
      if (!isScalar(pair.value) || !isBlock(pair.value) || !isScalar(pair.key)) return;
      const column = findColumn(text, pair.key);
      const [, ...lines] = splitLines(pair.value, text, placeAt);
      problems.push(...lines.flatMap((textLine) => findKeyInText(textLine, column)));
    },
    Scalar: (_key, node) => {
      if (typeof node.value !== 'string') return;
      for (const { line, placeAt: placeInLine } of splitLines(node, text, placeAt))
        problems.push(
          ...(isBlock(node) ? findBullet(line, placeInLine) : []),
          ...findSingleBraces(line, placeInLine),
        );
    },
  });
  return problems;
}

/**
 * Returns the lines of a scalar, each starting in column 1.
 * On the first line, text before the scalar becomes spaces: scalars can share a line within `{ }`.
 */
function splitLines(node: Scalar, text: string, placeAt: (offset: number) => Place): TextLine[] {
  const [start, end] = node.range ?? [0, 0];
  const { file, line: firstLine } = placeAt(start);
  return (' '.repeat(findColumn(text, node) - 1) + text.slice(start, end)).split('\n').map((line, index) => ({
    line,
    placeAt: (column) => ({ file, line: firstLine + index, column }),
  }));
}

function findColumn(text: string, node: Scalar): number {
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
