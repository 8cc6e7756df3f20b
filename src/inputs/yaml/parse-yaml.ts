import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, Scalar } from 'yaml';
import type { Markup } from '../../model/markup.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { findSlipsInTexts } from './find-author-slips.js';
import { findTextFaults } from './find-text-faults.js';
import { explainYamlErrors } from './explain-yaml-errors.js';

export type Path = readonly (string | number)[];

/** One of an author's YAML files: its plain value, and the place of everything in it. */
export interface YamlFile {
  path: string;
  text: string;
  /** Plain objects, arrays and scalars. Null where the file could not be read as YAML. */
  value: unknown;
  problems: Problem[];
  /** The place of the value at a path; of the nearest parent where the path does not exist. */
  placeOf: (path: Path) => Place;
  /** The place of the key at the end of a path. */
  keyPlaceOf: (path: Path) => Place;
  /** A scalar as the author typed it, so that 08, 12a and 1.0 keep their characters. */
  sourceOf: (path: Path) => string;
  /** A string value as Markdown, with the place of its first character. */
  markupAt: (path: Path) => Markup;
  /** Whether the value is a literal block (`|`), whose lines stand in the file one for one. */
  isLiteralAt: (path: Path) => boolean;
}

/** Reads YAML. Every fault is a Problem at its place; aliases are refused, since they can expand without bound, and tags. */
export function parseYaml(path: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error', // warnings would be printed past our own report
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const characters = findTextFaults(path, text);
  const misread = characters.some((one) => one.rule === 'space-is-plain'); // the cause of whatever the parser says
  const refused = [...findAliases(document, placeAt), ...findTags(document, text, placeAt)];
  const problems = [
    ...characters,
    ...(misread ? [] : explainYamlErrors(document.errors, text, placeAt)),
    ...refused,
    ...findLostTails(document, text, placeAt),
    ...(document.errors.length > 0
      ? []
      : findSlipsInTexts(path, text, document, (offset) => placeAt(offset).line)),
  ];
  const readable = document.errors.length === 0 && refused.length === 0;
  return {
    path,
    text,
    value: readable ? (document.toJS() as unknown) : null,
    problems,
    placeOf: (at) => placeAt(startOf(nearest(document, at))),
    keyPlaceOf: (at) => placeAt(startOf(keyNode(document, at) ?? nearest(document, at))),
    sourceOf: (at) => sourceText(document.getIn(at, true)),
    markupAt: (at) => markup(document.getIn(at, true), text, placeAt),
    isLiteralAt: (at) => {
      const node = document.getIn(at, true);
      return isScalar(node) && node.type === 'BLOCK_LITERAL';
    },
  };
}

function nearest(document: Document, path: Path): Node | null {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (node) return node as Node;
  }
  return document.contents;
}

function keyNode(document: Document, path: Path): Node | null {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return null;
  const last = path[path.length - 1];
  const pair = parent.items.find((item) => sourceText(item.key) === String(last));
  return (pair?.key as Node | undefined) ?? null;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function sourceText(node: unknown): string {
  if (!isScalar(node)) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** A literal block's text starts on the line after its `|`, at the block's indentation; a quoted one after its quote. */
function markup(node: unknown, text: string, placeAt: (offset: number) => Place): Markup {
  if (!isScalar(node)) return { text: '', place: placeAt(0) };
  const value = sourceText(node);
  const start = placeAt(startOf(node));
  if (isBlock(node))
    return { text: value, place: { ...start, line: start.line + 1, column: blockColumn(node, text) } };
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  return { text: value, place: { ...start, column: start.column + (quoted ? 1 : 0) } };
}

function isBlock(node: Scalar): boolean {
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
}

function blockColumn(node: Scalar, text: string): number {
  const body = text.slice(text.indexOf('\n', startOf(node)) + 1);
  return (/^(?:[ \t]*\r?\n)*( *)/.exec(body)?.[1]?.length ?? 0) + 1;
}

function findAliases(document: Document, placeAt: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  visit(document, (_key, node) => {
    if (!isAlias(node)) return;
    problems.push(
      makeError(
        'alias-not-used',
        placeAt(startOf(node)),
        `*${node.source} repeats another part of the file`,
        {
          expected: 'each value written where it is used',
          hint: `Text that begins with * or & must stand in quotes.`,
        },
      ),
    );
  });
  return problems;
}

/** `!!binary x`, or a text that begins with an exclamation mark: YAML would read it in another way, or drop it. */
function findTags(document: Document, text: string, placeAt: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  visit(document, (_key, node) => {
    if (!isNode(node) || isAlias(node) || node.tag === undefined) return;
    const [, tag = '', space = ''] = /(!\S*)(\s*)$/.exec(text.slice(0, startOf(node))) ?? [];
    problems.push(
      makeError(
        'tag-not-used',
        placeAt(startOf(node) - space.length - tag.length),
        `"${tag}" is taken for a tag`,
        {
          expected: 'the value alone',
          hint: 'Text that begins with ! must stand in quotes.',
        },
      ),
    );
  });
  return problems;
}

/** `title: rose #1 again` is read as "rose": what follows ` #` is a comment. One that touches its # was hardly meant as one. */
function findLostTails(document: Document, text: string, placeAt: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  const look = (node: unknown): void => {
    if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return;
    const tail = /^[ \t]+(#[^\s#].*)/.exec(
      text.slice(node.range[1], text.indexOf('\n', node.range[1]) >>> 0),
    );
    if (!tail?.[1]) return;
    problems.push(
      makeError(
        'value-is-whole',
        placeAt(node.range[1] + 1),
        `"${tail[1].trim()}" is dropped: YAML takes it for a comment`,
        {
          hint: `Put the whole value in quotes. For a comment, leave a space after the #.`,
        },
      ),
    );
  };
  visit(document, {
    Pair: (_key, pair: Pair) => look(pair.value),
    Seq: (_key, seq) => seq.items.forEach((item) => (isSeq(item) ? undefined : look(item))),
  });
  return problems;
}
