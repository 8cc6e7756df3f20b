import { isMap, isNode, isScalar, parseDocument, type Pair, type YAMLMap } from 'yaml';

/** A key with its value in a YAML text. */
export interface Entry {
  key: string;
  pair: Pair;
  /** True inside braces, where a value ends at a comma. */
  isInFlow: boolean;
}

/** Returns the map at the top of a YAML text, or null if there is none. The text must be valid. */
export function parseTopMap(text: string): YAMLMap | null {
  const { contents } = parseDocument(text);
  return isMap(contents) ? contents : null;
}

export function listEntries(map: YAMLMap | null, isInFlow = false): Entry[] {
  return (map?.items ?? []).map((pair) => ({
    key: isScalar(pair.key) ? String(pair.key.value) : '',
    pair,
    isInFlow: isInFlow || map?.flow === true,
  }));
}

/** Lists the entries of the map that is an entry's value. */
export function listInnerEntries({ pair, isInFlow }: Entry): Entry[] {
  return isMap(pair.value) ? listEntries(pair.value, isInFlow) : [];
}

/** Finds the entry at a path of keys. */
export function findEntry(map: YAMLMap | null, ...[key, ...rest]: string[]): Entry | undefined {
  const entry = listEntries(map).find((candidate) => candidate.key === key);
  return rest.reduce<Entry | undefined>(
    (parent, step) => parent && listInnerEntries(parent).find((candidate) => candidate.key === step),
    entry,
  );
}

/** Returns the offset at which an entry's key starts. */
export function findStart({ pair }: Entry): number {
  return readRange(pair.key)?.[0] ?? 0;
}

/** Returns the offset just after an entry's key. */
export function findKeyEnd({ pair }: Entry): number {
  return readRange(pair.key)?.[1] ?? 0;
}

/** Returns the offset just after an entry's value. */
export function findEnd(entry: Entry): number {
  return readRange(entry.pair.value)?.[1] ?? findKeyEnd(entry);
}

/** Returns the offset after an entry's value and the comments and empty lines that belong to it. */
export function findNodeEnd(entry: Entry): number {
  return readRange(entry.pair.value)?.[2] ?? findEnd(entry);
}

function readRange(node: unknown): readonly [number, number, number] | undefined {
  return isNode(node) ? (node.range ?? undefined) : undefined;
}
