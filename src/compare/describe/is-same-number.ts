/** Compares twelve digits, since the last digits of a float are noise. */
export function isSameNumber(a: number | null | undefined, b: number | null | undefined): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return a.toPrecision(12) === b.toPrecision(12);
}
