import { closest, distance } from 'fastest-levenshtein';

/** A hint where a known name is near enough to be a slip. */
export function suggestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(name, known);
  return distance(name, near) <= Math.max(2, Math.floor(name.length / 3))
    ? `Did you mean "${near}"?`
    : undefined;
}
