import { isScalar, stringify, type YAMLMap } from 'yaml';
import { findLineEnd, findLineStart } from '../inputs/yaml/find-line.js';
import {
  findEnd,
  findEntry,
  findKeyEnd,
  listInnerEntries,
  findNodeEnd,
  findStart,
  type Entry,
} from './yaml-entries.js';

/** Replaces the text between two offsets. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Applies edits and writes them with the line breaks of the text. Everything else is unchanged: comments, order, quotes. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((first, second) => first.from - second.from || first.to - second.to);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  let result = '';
  let done = 0;
  for (const edit of ordered) {
    if (edit.from < done) throw new Error(`two edits of a YAML file overlap at ${edit.from}`);
    result += text.slice(done, edit.from) + edit.text.replaceAll(/\r?\n/g, lineBreak);
    done = edit.to;
  }
  return result + text.slice(done);
}

/** Replaces an entry's value with `value`, which is YAML. */
export function setValue(text: string, entry: Entry, value: string): Edit[] {
  const from = text.indexOf(':', findKeyEnd(entry)) + 1;
  const to = findEnd(entry);
  const trailingBreak = /\r?\n$/.exec(text.slice(from, to))?.[0] ?? '';
  return [{ from, to, text: `${value === '' ? '' : ' '}${value}${trailingBreak}` }];
}

/** Removes an entry's value and leaves its key: the value is still to come. */
export function emptyValue(text: string, entry: Entry): Edit[] {
  const { value } = entry.pair;
  const isEmpty = value === null || (isScalar(value) && value.value === null);
  // Inside braces a key without a value is easily overlooked.
  return isEmpty ? [] : setValue(text, entry, entry.isInFlow ? 'null' : '');
}

/** Adds entries at the end of the map that is an entry's value, in the style of the entries that are there. */
export function addEntries(text: string, parent: Entry, added: Record<string, object>): Edit[] {
  const last = listInnerEntries(parent).at(-1);
  if (last?.isInFlow ?? parent.isInFlow) {
    const flow = stringify(added, { collectionStyle: 'flow', lineWidth: 0 }).trim();
    if (!last) return setValue(text, parent, flow);
    return [insertText(findEnd(last), `, ${flow.slice(1, -1).trim()}`)];
  }
  const column = last ? findColumn(text, last) : findColumn(text, parent) + 2;
  const block = stringify(added, { lineWidth: 0 }).replaceAll(/^(?=.)/gm, ' '.repeat(column));
  if (!last) return setValue(text, parent, `\n${block.trimEnd()}`);
  const end = text[findEnd(last) - 1] === '\n' ? findEnd(last) : findLineEnd(text, findEnd(last));
  return [insertText(end, `${text[end - 1] === '\n' ? '' : '\n'}${block}`)];
}

/** Inserts a text at an offset. */
export function insertText(offset: number, text: string): Edit {
  return { from: offset, to: offset, text };
}

function findColumn(text: string, entry: Entry): number {
  return findStart(entry) - findLineStart(text, findStart(entry));
}

/** Sets a key of a map to a text, and adds the key as the first if it is not there. */
export function putText(text: string, map: YAMLMap, key: string, value: string): Edit[] {
  const isInFlow = map.flow === true;
  const scalar = formatScalar(value, isInFlow);
  const entry = findEntry(map, key);
  if (entry) return setValue(text, entry, scalar);
  const start = map.range?.[0] ?? 0;
  if (isInFlow) return [insertText(start + 1, ` ${key}: ${scalar},`)];
  const column = start - findLineStart(text, start);
  return [insertText(start, `${key}: ${scalar}\n${' '.repeat(column)}`)];
}

/** Formats a text as a YAML value, with quotes only where YAML needs them. */
export function formatScalar(value: string, isInFlow: boolean): string {
  const options = { lineWidth: 0, collectionStyle: 'flow' } as const;
  return isInFlow ? stringify([value], options).trim().slice(1, -1).trim() : stringify(value, options).trim();
}

/** Removes an entry of a block map with its lines. */
export function dropEntry(text: string, entry: Entry): Edit[] {
  const end = findNodeEnd(entry);
  const to = text[end - 1] === '\n' ? end : findLineEnd(text, end);
  return [{ from: findLineStart(text, findStart(entry)), to, text: '' }];
}
