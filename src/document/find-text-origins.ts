import type { Text } from 'mdast';
import type { Fragment } from '../model/fragment.js';
import { findPlace, type Origin } from '../model/origin.js';

/**
 * Finds the sources of a text node's characters. The parser has removed what is not printed, such as escapes,
 * indentation and the mark of a quotation. A new origin starts after each removed part, and on each line.
 */
export function findTextOrigins({ value, position }: Text, { markdown, origins }: Fragment): Origin[] {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? markdown.length;
  const result: Origin[] = [];
  let source = start; // the offset in the Markdown of the next character
  let nextOrigin = 0;
  for (let offset = 0; offset < value.length; offset++) {
    const expected = source;
    while (source < end && !isSameCharacter(value[offset], markdown[source])) source++;
    while ((origins[nextOrigin]?.offset ?? Infinity) <= source) nextOrigin++;
    const startsLine = origins[nextOrigin - 1]?.offset === source;
    if (offset === 0 || source !== expected || startsLine)
      result.push({ offset, place: findPlace(origins, source) });
    source++;
  }
  return result;
}

/** A line break is printed as a space. */
function isSameCharacter(printed: string | undefined, typed: string | undefined): boolean {
  return printed === typed || (printed === ' ' && typed === '\n');
}
