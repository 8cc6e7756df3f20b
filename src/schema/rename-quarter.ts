/**
 * Renames the key `quarter` to `period` in an object of JSON. Files that were issued when every period was a quarter have
 * the old key. Returns other values unchanged.
 */
export function renameQuarter(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'period' in value || !('quarter' in value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key === 'quarter' ? 'period' : key, entry]),
  );
}
