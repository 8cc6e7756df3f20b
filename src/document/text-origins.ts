import type { Text } from 'mdast';
import type { Fragment } from '../model/fragment.js';
import { findPlace, type Origin } from '../model/origin.js';

/**
 * Where the characters of a text node come from. The parser has left out what is not printed: escapes, indentation, the mark
 * of a block quote; a new origin begins after each, and on each line.
 */
export function textOrigins({ value, position }: Text, { markdown, origins }: Fragment): Origin[] {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? markdown.length;
  const found: Origin[] = [];
  let at = start;
  let next = 0;
  for (let offset = 0; offset < value.length; offset++) {
    const from = at;
    while (at < end && !isSame(value[offset], markdown[at])) at++;
    while ((origins[next]?.offset ?? Infinity) <= at) next++;
    const lineBegins = origins[next - 1]?.offset === at;
    if (offset === 0 || from !== at || lineBegins) found.push({ offset, place: findPlace(origins, at) });
    at++;
  }
  return found;
}

/** A line break is printed as a space. */
function isSame(printed: string | undefined, typed: string | undefined): boolean {
  return printed === typed || (printed === ' ' && typed === '\n');
}
