import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { findLineEnd, findLineStart } from '../inputs/yaml/find-line.js';
import { readSource } from '../inputs/yaml/read-node.js';
import { findBlockLines, isBlockText } from './block-text.js';
import type { EntrySource } from './edit.js';
import { succeed, type Outcome } from './outcome.js';

/** The lines of an entry of a map, as offsets. Every line of the text must end in a line break. */
export interface EntryLines {
  key: string;
  /** The column of the key, counted from 0. */
  column: number;
  /** The offset of its first line: of the comments directly above the key. */
  start: number;
  /** The offset after its last line. Empty lines after it are not part of it. */
  end: number;
}

/** Lists the lines of the entries of a map, which has no braces. */
export function listEntryLines(text: string, map: YAMLMap): EntryLines[] {
  let previous = 0;
  return map.items.map(({ key, value }, index) => {
    const keyStart = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    const keyEnd = isScalar(key) ? (key.range?.[1] ?? 0) : 0;
    const line = findLineStart(text, keyStart);
    const limit = index === 0 ? 0 : previous;
    const end = findLineEnd(text, Math.max(keyEnd, findContentEnd(text, value as Node | null)));
    previous = end;
    return {
      key: readSource(key),
      column: keyStart - line,
      start: findCommentsStart(text, line, limit),
      end,
    };
  });
}

/** Finds the offset after the last character of a value, without the comments and empty lines after it. */
function findContentEnd(text: string, node: Node | null): number {
  if (isBlockText(node)) return Math.max(findBlockLines(text, node, 0).end, node.range?.[0] ?? 0);
  const isOpenMap = isMap(node) && node.flow !== true && node.items.length > 0;
  if (isOpenMap) {
    const last = node.items.at(-1);
    const keyEnd = isScalar(last?.key) ? (last.key.range?.[1] ?? 0) : 0;
    return Math.max(keyEnd, findContentEnd(text, (last?.value ?? null) as Node | null));
  }
  if (isSeq(node) && node.flow !== true && node.items.length > 0)
    return findContentEnd(text, node.items.at(-1) as Node | null);
  return node?.range?.[1] ?? 0;
}

/** Goes up over the comments that stand directly above a line. */
function findCommentsStart(text: string, line: number, limit: number): number {
  let start = line;
  while (start > limit) {
    const above = findLineStart(text, start - 1);
    if (above < limit || !/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Cuts an entry out of a text, with the empty lines after it; for the last entry, with those before it. */
export function cutEntry(
  text: string,
  entries: readonly EntryLines[],
  index: number,
): { text: string; source: EntrySource } {
  const entry = entries[index];
  if (!entry) return { text, source: { lines: '', gap: '' } };
  const { start, end } = entry;
  const isLast = index === entries.length - 1;
  const from = isLast && index > 0 ? skipEmptyLinesBack(text, start) : start;
  const to = isLast ? end : skipEmptyLines(text, end);
  return {
    text: text.slice(0, from) + text.slice(to),
    source: { lines: text.slice(start, end), gap: text.slice(from, start) + text.slice(end, to) },
  };
}

/** Puts the lines of an entry behind another one, or before the first if `after` is -1. */
export function putEntry(
  text: string,
  entries: readonly EntryLines[],
  after: number,
  { lines, gap }: EntrySource,
): string {
  const previous = entries[after];
  if (!previous) {
    const at = entries[0]?.start ?? text.length;
    return text.slice(0, at) + lines + gap + text.slice(at);
  }
  if (after === entries.length - 1)
    return text.slice(0, previous.end) + gap + lines + text.slice(previous.end);
  const at = skipEmptyLines(text, previous.end);
  return text.slice(0, at) + lines + gap + text.slice(at);
}

/** Finds the empty lines that stand between entries. Null if there are not two entries. */
export function findGap(text: string, entries: readonly EntryLines[]): string | null {
  const [first] = entries;
  if (!first || entries.length < 2) return null;
  return text.slice(first.end, skipEmptyLines(text, first.end));
}

function skipEmptyLines(text: string, from: number): number {
  return from + (/^(?:[ \t]*\r?\n)*/.exec(text.slice(from))?.[0].length ?? 0);
}

function skipEmptyLinesBack(text: string, from: number): number {
  let start = from;
  while (start > 0) {
    const above = findLineStart(text, start - 1);
    if (text.slice(above, start).trim() !== '') break;
    start = above;
  }
  return start;
}

/** Changes a text whose last line ends in a line break, and takes the break away again if there was none. */
export function withFinalBreak(
  text: string,
  lineBreak: string,
  change: (text: string) => Outcome<string>,
): Outcome<string> {
  if (text.endsWith('\n') || text === '') return change(text);
  const changed = change(text + lineBreak);
  return changed.refusal ? changed : succeed(changed.value.slice(0, -lineBreak.length));
}
