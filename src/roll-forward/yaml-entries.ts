import { isMap, isScalar, parseDocument, type Pair, type YAMLMap } from 'yaml';

/** A key with its value in a YAML text. */
export interface Entry {
  key: string;
  pair: Pair;
  /** True inside braces, where a value ends at a comma. */
  inFlow: boolean;
}

/** Returns the map at the top of a YAML text, or null if there is none. The text must be valid. */
export function parseTopMap(text: string): YAMLMap | null {
  const { contents } = parseDocument(text);
  return isMap(contents) ? contents : null;
}

export function listEntries(map: YAMLMap | null, inFlow = false): Entry[] {
  return (map?.items ?? []).map((pair) => ({
    key: isScalar(pair.key) ? String(pair.key.value) : '',
    pair,
    inFlow: inFlow || map?.flow === true,
  }));
}

/** Lists the entries of the map that an entry has as its value. */
export function listInnerEntries({ pair, inFlow }: Entry): Entry[] {
  return isMap(pair.value) ? listEntries(pair.value, inFlow) : [];
}

/** Finds the entry at a path of keys. */
export function findEntry(map: YAMLMap | null, ...path: string[]): Entry | undefined {
  let entry: Entry | undefined;
  for (const key of path) {
    const entries: Entry[] = entry ? listInnerEntries(entry) : listEntries(map);
    entry = entries.find((candidate) => candidate.key === key);
    if (!entry) return undefined;
  }
  return entry;
}
