import { isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import { readSource } from '../inputs/yaml/read-node.js';
import type { Place } from '../model/problem.js';
import { findCell, openGrid } from './csv-grid.js';
import type { EditTarget, YamlPath } from './edit.js';
import { openYaml } from './open-yaml.js';
import { refuse, succeed, type Outcome } from './outcome.js';
import { readTarget } from './read-target.js';
import { refuseFile } from './refuse-file.js';
import { findTemplateTarget } from './template-lines.js';

/** What is edited at a place, and the text that stands there. */
export interface FoundTarget {
  target: EditTarget;
  text: string;
}

/** Finds what an author edits at a place of a figure, a block or a title. `text` is the text of the place's file. */
export function findTarget(
  text: string,
  place: Place,
  { headerRow }: { headerRow?: number | undefined } = {},
): Outcome<FoundTarget> {
  const refused = refuseFile(place.file, place.sheet !== undefined);
  if (refused) return refused;
  const found = findIn(text.replace(/^\uFEFF/, ''), place, headerRow);
  if (found.refusal) return found;
  const read = readTarget(text, found.value);
  return read.refusal ? read : succeed({ target: found.value, text: read.value.text });
}

function findIn(text: string, { file, line, column }: Place, headerRow?: number): Outcome<EditTarget> {
  if (/\.csv$/i.test(file)) {
    const grid = openGrid(text, headerRow);
    if (grid.refusal) return grid;
    const cell = findCell(text, grid.value, line, column);
    return cell ? succeed({ kind: 'cell', file, ...cell, headerRow }) : refuse('there is no cell here');
  }
  if (!/\.ya?ml$/i.test(file)) {
    const target = findTemplateTarget(text, file, line);
    return target ? succeed(target) : refuse('there is no text here');
  }
  const opened = openYaml(text);
  if (opened.refusal) return opened;
  const path = findPath(opened.value, findOffset(text, line, column));
  return path
    ? succeed({ kind: 'yaml', file, path })
    : refuse('there is no single value here', 'It is computed, or has several values. Edit it in an editor.');
}

function findOffset(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count++) start = text.indexOf('\n', start) + 1 || text.length;
  return start + column - 1;
}

/** Finds the scalar at an offset: the one that contains it, or the value of the key or map that does. */
function findPath(document: Document, offset: number): YamlPath | null {
  return searchNode(document.contents, [], offset);
}

function searchNode(node: Node | null, path: YamlPath, offset: number): YamlPath | null {
  if (isMap(node)) {
    const isAtStart = node.range?.[0] === offset && path.length > 0;
    if (isAtStart && isScalar(node.get('value', true))) return [...path, 'value'];
    for (const { key, value } of node.items) {
      if (!isScalar(key) || !key.range) continue;
      const inner = [...path, readSource(key)];
      const child = value as Node | null; // a parsed document has nodes only
      if (contains(key, offset)) return settle(child, inner);
      if (offset > key.range[0] && offset <= (child?.range?.[1] ?? key.range[1]))
        return searchNode(child, inner, offset) ?? settle(child, inner);
    }
    return null;
  }
  if (isSeq(node)) {
    const index = node.items.findIndex((item) => contains(item as Node, offset));
    return index < 0 ? null : searchNode(node.items[index] as Node, [...path, index], offset);
  }
  return path.length > 0 && (node === null || isScalar(node)) ? path : null;
}

/** The value of a figure with more to say is under `value:`. */
function settle(node: Node | null, path: YamlPath): YamlPath | null {
  if (node === null || isScalar(node)) return path;
  return isMap(node) && isScalar(node.get('value', true)) ? [...path, 'value'] : null;
}

function contains({ range }: Node, offset: number): boolean {
  return range !== undefined && range !== null && offset >= range[0] && offset <= range[1];
}
