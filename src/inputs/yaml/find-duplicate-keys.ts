import { isScalar, visit, YAMLParseError } from 'yaml';
import type { Document } from 'yaml';

/**
 * Finds the keys that stand a second time in their map, as errors of the parser. The parser's own search compares each key
 * with each other key, and takes minutes for a large file.
 */
export function findDuplicateKeys(document: Document): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  visit(document, {
    Map: (_, map) => {
      const values = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const [start = 0] = key.range ?? [];
        if (values.has(key.value))
          errors.push(new YAMLParseError([start, start + 1], 'DUPLICATE_KEY', 'Map keys must be unique'));
        values.add(key.value);
      }
    },
  });
  return errors;
}
