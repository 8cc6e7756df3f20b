/** Returns a colour of the theme as Word writes it: "#0b3c6f" as "0B3C6F". */
export function toHex(colour: string): string {
  return colour.slice(1).toUpperCase();
}
