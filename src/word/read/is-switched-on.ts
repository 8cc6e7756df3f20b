/** Reads a value of a switch, such as bold. */
export function isSwitchedOn(value: string): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
