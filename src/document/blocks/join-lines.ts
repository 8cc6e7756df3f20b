import type { Inline } from '../../model/inline.js';

/** Joins paragraphs that one block prints as lines. */
export function joinLines(lines: readonly Inline[][]): Inline[] {
  return lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ kind: 'break' }, ...line]));
}
