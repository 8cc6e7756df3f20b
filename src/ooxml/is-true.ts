/** Reads a boolean of XML. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
