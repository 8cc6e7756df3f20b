import type { FaceMetrics } from './face-metrics.js';
import { findSimpleCharacter, SPACE } from './simple-characters.js';

/** Returns true if a text has simple characters only, so that this file can lay it out. */
export function isSimpleText(text: string): boolean {
  for (let position = 0; position < text.length; position++)
    if (findSimpleCharacter(text, position) < 0) return false;
  return true;
}

/**
 * Returns the width of a text in font units, or −1 if it has other than simple characters. No kerning follows a space, because
 * words are laid out one by one.
 */
export function measureSimpleText(text: string, { advances, findKerning }: FaceMetrics): number {
  let width = 0;
  let previous = SPACE;
  for (let position = 0; position < text.length; position++) {
    const character = findSimpleCharacter(text, position);
    if (character < 0) return -1;
    if (previous !== SPACE) width += findKerning(previous, character);
    width += advances[character] ?? 0;
    previous = character;
  }
  return width;
}

/** A character of a line: its index in `SIMPLE_CHARACTERS`, and the kerning after it in font units. */
export interface PlacedCharacter {
  character: number;
  kerning: number;
}

/** Returns the characters of a simple text with the kerning after each. */
export function placeSimpleText(text: string, { findKerning }: FaceMetrics): PlacedCharacter[] {
  return Array.from(text, (_, position) => {
    const character = findSimpleCharacter(text, position);
    const next = position + 1 < text.length ? findSimpleCharacter(text, position + 1) : SPACE;
    const isLast = character === SPACE || position + 1 === text.length;
    return { character, kerning: isLast ? 0 : findKerning(character, next) };
  });
}
