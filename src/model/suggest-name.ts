import { closest, distance } from 'fastest-levenshtein';

/** Returns the hint "Did you mean …?" if `name` looks like a typing error of a known name. */
export function suggestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(name, known);
  return distance(name, nearest) <= Math.max(2, Math.floor(name.length / 3))
    ? `Did you mean "${nearest}"?`
    : undefined;
}
