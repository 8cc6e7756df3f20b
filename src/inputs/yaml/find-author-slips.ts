import { isScalar, visit } from 'yaml';
import type { Document, Pair, Scalar } from 'yaml';
import { makeError, type Place, type Problem } from '../../model/problem.js';

type At = (column: number) => Place;

/** `some-label: |` alone on its line. */
const KEY = /^( *)([\p{L}\p{N}-]+):[ \t]*[|>][+-]?[ \t]*\r?$/u;

/** What Word, or a list on the web, puts before an item: a bullet and a tab or spaces. Its second level is an o and a tab. */
const BULLET = /^([ \t]*)(?:([•▪◦‣·●○■])[ \t\u00a0]+|(o)[ \t]*\t)\S/u;

/** `{facts.benches}`, `{ref "x"}`, `{#if lists.late}`, `{else}`: an expression, but for one of its braces. */
const SINGLE =
  /(?<!\{)\{(?!\{)([#/]?[a-z][\w-]*(?:\.[\w-]+|\s+["'(]|\s+\w[\w-]*\.\w)[^{}]*|else|\/(?:if|unless|each|with))\}/u;

/** In an author's Markdown, what looks like a list or a figure and would be printed as it stands. */
export function findMarkdownSlips(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const at: At = (column) => ({ file, line: index + 1, column });
    return [...bullet(line, at), ...singleBraces(line, at)];
  });
}

/** The same in the texts of a YAML file; and the keys that, being indented too far, have become words of the text before. */
export function findSlipsInTexts(
  file: string,
  text: string,
  document: Document,
  lineAt: (offset: number) => number,
): Problem[] {
  const problems: Problem[] = [];
  const linesOf = (node: Scalar): { line: string; at: At }[] => {
    const [start, end] = node.range ?? [0, 0];
    const first = lineAt(start);
    // Of its first line only what is the node's own, in its columns: several may stand on one line within { }.
    return (' '.repeat(columnOf(text, node) - 1) + text.slice(start, end))
      .split('\n')
      .map((line, index) => ({ line, at: (column) => ({ file, line: first + index, column }) }));
  };
  visit(document, {
    Pair: (_key, pair: Pair) => {
      if (!isScalar(pair.value) || !isBlock(pair.value) || !isScalar(pair.key)) return;
      const column = columnOf(text, pair.key);
      for (const { line, at } of linesOf(pair.value).slice(1)) problems.push(...keyInText(line, column, at));
    },
    Scalar: (_key, node) => {
      if (typeof node.value !== 'string') return;
      for (const { line, at } of linesOf(node))
        problems.push(...(isBlock(node) ? bullet(line, at) : []), ...singleBraces(line, at));
    },
  });
  return problems;
}

function isBlock(node: Scalar): boolean {
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
}

function columnOf(text: string, node: Scalar): number {
  const start = node.range?.[0] ?? 0;
  return start - text.lastIndexOf('\n', start - 1);
}

function keyInText(line: string, column: number, at: At): Problem[] {
  const [, indent, key = ''] = KEY.exec(line) ?? [];
  if (indent === undefined) return [];
  return [
    makeError(
      'key-is-not-text',
      at(indent.length + 1),
      `the key "${key}" stands inside the text of the entry before`,
      {
        hint: `Indent it like that entry, by ${count(column - 1)}, and its text by two more.`,
      },
    ),
  ];
}

function count(spaces: number): string {
  return spaces === 1 ? 'one space' : `${spaces === 0 ? 'no' : spaces} spaces`;
}

function bullet(line: string, at: At): Problem[] {
  const [, indent, sign, letter] = BULLET.exec(line) ?? [];
  if (indent === undefined) return [];
  return [
    makeError(
      'list-is-markdown',
      at(indent.length + 1),
      `a line begins with the bullet ${sign ?? letter ?? ''}, which makes no list`,
      {
        hint: 'Begin the line with "- " instead, and leave an empty line before the list.',
      },
    ),
  ];
}

function singleBraces(line: string, at: At): Problem[] {
  const found = SINGLE.exec(line);
  if (!found) return [];
  return [
    makeError(
      'braces-are-double',
      at(found.index + 1),
      `${found[0]} stands in single braces, and would be printed as it stands`,
      {
        hint: `Write {{${found[1] ?? ''}}}.`,
      },
    ),
  ];
}
