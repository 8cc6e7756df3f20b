import { breakRowNames, NAME_LINE } from '../row-names.js';

/** The height of a heading between groups of rows, and the space above it. Points. */
const HEADING_HEIGHT = 15;
const HEADING_SPACE = 6;

/** A row of bars or dots, placed below the top of the plot. Lengths are in points. */
export interface PlacedRow {
  index: number;
  nameLines: string[];
  /** The middle of the row. */
  y: number;
  heading: { text: string; y: number } | null;
}

export interface PlacedRows {
  rows: PlacedRow[];
  height: number;
  /** The width of the longest name. */
  nameWidth: number;
}

interface RowLayout {
  chartWidth: number;
  /** The height of the marks of a row. */
  markHeight: number;
  /** The space between rows. */
  gap: number;
  /** The row after a gap for words, such as those on rows that are not shown. */
  gapBefore?: number | undefined;
}

/** Places rows below each other, with the headings of their groups. */
export function placeRows(
  rows: readonly { label: string; heading: string | null; beside: readonly string[] }[],
  { chartWidth, markHeight, gap, gapBefore }: RowLayout,
): PlacedRows {
  const names = breakRowNames(
    rows.map(({ label }) => label),
    chartWidth,
    { hasTexts: rows.some(({ beside }) => beside.length > 0) },
  );
  let top = 0;
  const placed = rows.map(({ heading }, index): PlacedRow => {
    const nameLines = names.lines[index] ?? [];
    if (index === gapBefore) top += HEADING_HEIGHT;
    const headingTop = heading === null ? null : top + (index === 0 ? 0 : HEADING_SPACE);
    if (headingTop !== null) top = headingTop + HEADING_HEIGHT;
    const height = Math.max(markHeight, nameLines.length * NAME_LINE) + gap;
    const y = top + height / 2;
    top += height;
    return {
      index,
      nameLines,
      y,
      heading:
        heading === null || headingTop === null
          ? null
          : { text: heading, y: headingTop + HEADING_HEIGHT / 2 },
    };
  });
  return { rows: placed, height: top, nameWidth: names.width };
}
