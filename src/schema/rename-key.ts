/**
 * Renames a key in an object of JSON, because files that an earlier program issued have the old name. Returns an object that has
 * the new name, and any other value, unchanged. Keeps the order of the keys.
 */
export function renameKey(value: unknown, from: string, to: string): unknown {
  if (typeof value !== 'object' || value === null || to in value || !(from in value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key === from ? to : key, entry]));
}
