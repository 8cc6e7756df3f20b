import { isMap, isScalar } from 'yaml';
import type { Document, Node, Scalar, YAMLMap } from 'yaml';
import type { Path } from './yaml-file.js';

/** Finds the node at a path, or its nearest parent if there is none. */
export function findNearestNode(document: Document, path: Path): Node | null {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    // `getIn` returns `unknown`; with `keepScalar` set, everything it finds is a node.
    if (node) return node as Node;
  }
  return document.contents;
}

/** Finds the key at the end of a path. Null if there is no such key, such as for an item of a list. */
export function findKeyNode(document: Document, path: Path): Scalar | null {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return null;
  const last = String(path[path.length - 1]);
  return indexKeys(parent).get(last) ?? null;
}

/** The keys of maps by their text, made when a key is first looked for: a map may have many unknown keys. */
const keyIndexes = new WeakMap<YAMLMap, Map<string, Scalar>>();

function indexKeys(map: YAMLMap): Map<string, Scalar> {
  const known = keyIndexes.get(map);
  if (known) return known;
  const keys = new Map<string, Scalar>();
  for (const { key } of map.items) {
    const source = readSource(key);
    if (isScalar(key) && !keys.has(source)) keys.set(source, key);
  }
  keyIndexes.set(map, keys);
  return keys;
}

/** Returns the offset in the file at which a node starts. */
export function getStart(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

/** Returns a scalar as the author typed it: 08, 12a and 1.0 keep their characters. */
export function readSource(node: unknown): string {
  if (!isScalar(node)) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** Returns true for text under a `|` or `>`. */
export function isBlock(node: Scalar): boolean {
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
}
