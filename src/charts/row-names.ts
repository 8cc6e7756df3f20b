import { NAME_STYLE, VALUE_STYLE } from './chart-style.js';
import { fitLines } from './fit-text.js';
import { measureTextWidth } from './measure-text.js';

/** The largest share of a chart's width that the names of its rows take. */
const NAME_SHARE = 0.4;

/** The share in a chart with texts beside its rows. */
const NAME_SHARE_WITH_TEXTS = 0.34;

/** The distance from line to line within a name, in points. */
export const NAME_LINE = 11;

/** More rows than these have names of one line. */
const MOST_WITH_TWO_LINES = 22;

/** The names of rows in their lines, with the width that they take. */
export interface RowNames {
  lines: string[][];
  /** Points. */
  width: number;
  mostLines: number;
}

/** Breaks the names of rows into lines. A name that is still too long ends with an ellipsis. */
export function breakRowNames(
  names: readonly string[],
  chartWidth: number,
  { hasTexts }: { hasTexts: boolean },
): RowNames {
  const widest = chartWidth * (hasTexts ? NAME_SHARE_WITH_TEXTS : NAME_SHARE);
  const mostLines = names.length > MOST_WITH_TWO_LINES ? 1 : 2;
  const lines = names.map((name) => fitLines(name, widest, NAME_STYLE, mostLines));
  return {
    lines,
    width: Math.max(0, ...lines.flat().map((line) => measureTextWidth(line, NAME_STYLE))),
    mostLines: Math.max(1, ...lines.map(({ length }) => length)),
  };
}

/** Shortens the heading of a group to one line. It may run over the plot, which is empty there. */
export function fitHeading(heading: string, chartWidth: number): string {
  return fitLines(heading, chartWidth * 0.7, VALUE_STYLE, 1)[0] ?? '';
}
