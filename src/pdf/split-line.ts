import type { Inline, LineOfText } from 'pdfmake/js/LayoutBuilder.js';
import type { TextLink } from './link-finder.js';

/** Words of a line that are drawn together. */
export interface LineRun {
  inlines: Inline[];
  link: TextLink | null;
}

/** A tolerance in points, because sums of widths are not exact. */
const ROUNDING_ERROR = 0.01;

/** Splits a line into runs of adjacent words with the same style and link. */
export function splitLine(line: LineOfText, findLink: (inline: Inline) => TextLink | null): LineRun[] {
  const runs: LineRun[] = [];
  for (const inline of line.inlines) {
    const link = findLink(inline);
    const run = runs.at(-1);
    const previous = run?.inlines.at(-1);
    if (run?.link === link && previous && canJoin(previous, inline)) run.inlines.push(inline);
    else runs.push({ inlines: [inline], link });
  }
  return runs;
}

function canJoin(previous: Inline, inline: Inline): boolean {
  return (
    previous.font === inline.font &&
    previous.fontSize === inline.fontSize &&
    previous.color === inline.color &&
    Math.abs(previous.x + previous.width - inline.x) < ROUNDING_ERROR
  );
}
