/**
 * Latin letters, digits, English punctuation and signs that papers print often, as ranges of code points. They are set with kerning
 * and without ligatures. A single other character makes fontkit read all lookup tables of its font.
 */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2026],
  [0x20ac, 0x20ac], // €
  [0x2190, 0x2193], // arrows
  [0x2212, 0x2212], // −
  [0x2264, 0x2265], // ≤ ≥
  [0x25a0, 0x25a0], // ■
  [0x25b2, 0x25b2], // ▲
  [0x25bc, 0x25bc], // ▼
  [0x25cf, 0x25cf], // ●
] as const;

/** The simple characters in a fixed order. Tables of a face have one entry for each. */
export const SIMPLE_CHARACTERS: readonly string[] = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);

/** The place of each character in `SIMPLE_CHARACTERS` plus one, by its code. 0 for all others. */
const PLACES = new Uint16Array(Math.max(...RANGES.map(([, last]) => last)) + 1);
SIMPLE_CHARACTERS.forEach((character, index) => {
  PLACES[character.charCodeAt(0)] = index + 1;
});

/** Returns the index in `SIMPLE_CHARACTERS` of the character at a position of a text. Returns −1 if it is not simple. */
export function findSimpleCharacter(text: string, position: number): number {
  return (PLACES[text.charCodeAt(position)] ?? 0) - 1;
}

/** The index of the space. Words are laid out with the space after them, so no kerning reaches over it. */
export const SPACE = 0;
