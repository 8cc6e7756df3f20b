import { closest, distance } from 'fastest-levenshtein';

/** Advises on an unknown name: lists the known names, and suggests the nearest one. */
export function adviseOnName(
  name: string,
  known: readonly string[],
): { expected: string | undefined; hint: string | undefined } {
  return {
    expected: known.length > 0 ? `one of ${known.join(', ')}` : undefined,
    hint: suggestName(name, known),
  };
}

/** Returns the hint "Did you mean …?" if `name` looks like a typing error of a known name. */
export function suggestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(name, known);
  return distance(name, nearest) <= Math.max(2, Math.floor(name.length / 3))
    ? `Did you mean "${nearest}"?`
    : undefined;
}
