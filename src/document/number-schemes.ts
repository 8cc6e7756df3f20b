import { formatLetters } from '../model/letters.js';

/** Formats a count in a template's scheme, from 1: "3" or "C". Returns null when the scheme has no numbers. */
export function formatInScheme(count: number, scheme: 'letters' | 'numbers' | 'none'): string | null {
  if (scheme === 'none') return null;
  return scheme === 'letters' ? formatLetters(count) : String(count);
}

/** Returns the level inside its section of a Markdown heading with `depth` number signs. */
export function getHeadingLevel(depth: number): 1 | 2 | 3 {
  if (depth <= 2) return 1;
  return depth === 3 ? 2 : 3;
}
