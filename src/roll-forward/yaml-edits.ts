import { isScalar, stringify, type YAMLMap } from 'yaml';
import { findLineEnd, findLineStart } from '../inputs/yaml/find-line.js';
import { applyTextEdits, type TextEdit } from '../inputs/yaml/text-edit.js';
import {
  findEnd,
  findEntry,
  findKeyEnd,
  listInnerEntries,
  findNodeEnd,
  findStart,
  type Entry,
} from './yaml-entries.js';

/** Applies edits and writes them with the line breaks of the text. Everything else is unchanged: comments, order, quotes. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  checkOverlap(edits);
  const written = edits.map((edit) => ({ ...edit, text: edit.text.replaceAll(/\r?\n/g, lineBreak) }));
  return applyTextEdits(text, written);
}

function checkOverlap(edits: readonly TextEdit[]): void {
  const ordered = [...edits].sort((first, second) => first.start - second.start || first.end - second.end);
  const overlapping = ordered.find(({ start }, index) => start < (ordered[index - 1]?.end ?? 0));
  if (overlapping) throw new Error(`two edits of a YAML file overlap at ${overlapping.start}`);
}

/** Replaces an entry's value with `value`, which is YAML. */
export function setValue(text: string, entry: Entry, value: string): TextEdit[] {
  const from = text.indexOf(':', findKeyEnd(entry)) + 1;
  const to = findEnd(entry);
  const trailingBreak = /\r?\n$/.exec(text.slice(from, to))?.[0] ?? '';
  return [{ start: from, end: to, text: `${value === '' ? '' : ' '}${value}${trailingBreak}` }];
}

/** Removes an entry's value and leaves its key: the value is still to come. */
export function emptyValue(text: string, entry: Entry): TextEdit[] {
  const { value } = entry.pair;
  const isEmpty = value === null || (isScalar(value) && value.value === null);
  // Inside braces a key without a value is easily overlooked.
  return isEmpty ? [] : setValue(text, entry, entry.isInFlow ? 'null' : '');
}

/** Adds entries at the end of the map that is an entry's value, in the style of the entries that are there. */
export function addEntries(text: string, parent: Entry, added: Record<string, object>): TextEdit[] {
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
export function insertText(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}

function findColumn(text: string, entry: Entry): number {
  return findStart(entry) - findLineStart(text, findStart(entry));
}

/** Sets a key of a map to a text, and adds the key as the first if it is not there. */
export function putText(text: string, map: YAMLMap, key: string, value: string): TextEdit[] {
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
export function dropEntry(text: string, entry: Entry): TextEdit[] {
  const end = findNodeEnd(entry);
  const to = text[end - 1] === '\n' ? end : findLineEnd(text, end);
  return [{ start: findLineStart(text, findStart(entry)), end: to, text: '' }];
}
