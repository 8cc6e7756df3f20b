import { isMap, isScalar, isSeq, type Document } from 'yaml';
import { isBlock, readSource } from '../inputs/yaml/read-node.js';
import type { YamlPath } from './edit.js';

/** A value of a YAML file: its path, and its type and characters as one text. */
export interface Leaf {
  path: YamlPath;
  value: string;
}

/** Lists every value of a YAML file in order, maps and lists too. */
export function listLeaves(document: Document): Leaf[] {
  const leaves: Leaf[] = [];
  addLeaves(document.contents, [], leaves);
  return leaves;
}

function addLeaves(node: unknown, path: YamlPath, leaves: Leaf[]): void {
  if (isMap(node)) {
    leaves.push({ path, value: 'map' });
    for (const { key, value } of node.items) addLeaves(value, [...path, readSource(key)], leaves);
  } else if (isSeq(node)) {
    leaves.push({ path, value: 'list' });
    node.items.forEach((item, index) => addLeaves(item, [...path, index], leaves));
  } else leaves.push({ path, value: describeScalar(node) });
}

/** The empty lines after a block are no part of what it says. */
function describeScalar(node: unknown): string {
  if (!isScalar(node) || node.value === null) return 'null';
  const source = readSource(node);
  return `${typeof node.value} ${isBlock(node) ? source.trimEnd() : source}`;
}

/** Returns true if two lists of values are the same, in the same order. */
export function areSame(first: readonly Leaf[], second: readonly Leaf[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ path, value }, index) => {
      const other = second[index];
      return other !== undefined && value === other.value && isPath(path, other.path);
    })
  );
}

/** Removes the values below a path, and the value at it. */
export function leaveOut(leaves: readonly Leaf[], path: YamlPath): Leaf[] {
  return leaves.filter((leaf) => !isPath(leaf.path.slice(0, path.length), path));
}

export function isPath(first: YamlPath, second: YamlPath): boolean {
  return first.length === second.length && first.every((step, index) => step === second[index]);
}
