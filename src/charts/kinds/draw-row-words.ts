import type { Plugin } from 'chart.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText } from '../canvas-drawing.js';
import { NAME_STYLE, SMALL_STYLE, VALUE_STYLE } from '../chart-style.js';
import { fitLines } from '../fit-text.js';
import { measureTextWidth } from '../measure-text.js';
import { fitHeading, NAME_LINE } from '../row-names.js';
import type { PlacedRow } from './place-rows.js';

/** The widest text beside a row, and the space before it. Points. */
const MOST_BESIDE = 90;
const BESIDE_GAP = 12;

/** The texts beside the rows, in columns. */
export interface BesideColumns {
  columns: { heading: string; texts: string[]; width: number; isNumeric: boolean }[];
  /** Points. */
  width: number;
}

/** Measures the columns of texts beside the rows. */
export function measureBeside(
  headings: readonly string[],
  rows: readonly { beside: readonly string[] }[],
): BesideColumns {
  const columns = headings.map((text, index) => {
    const heading = fitLines(text, MOST_BESIDE, SMALL_STYLE, 1)[0] ?? '';
    const texts = rows.map(
      ({ beside }) => fitLines(beside[index] ?? '', MOST_BESIDE, NAME_STYLE, 1)[0] ?? '',
    );
    const widths = [
      ...texts.map((one) => measureTextWidth(one, NAME_STYLE)),
      measureTextWidth(heading, SMALL_STYLE),
    ];
    return {
      heading,
      texts,
      width: Math.max(...widths),
      isNumeric: texts.every((one) => /^[^\p{L}]*\d?[^\p{L}]*=?$/u.test(one)),
    };
  });
  return { columns, width: columns.reduce((total, { width }) => total + width + BESIDE_GAP, 0) };
}

/** Draws the names of rows on the left, the headings of groups, and the texts on the right. */
export function drawRowWords(
  rows: readonly PlacedRow[],
  beside: BesideColumns,
  chartWidth: number,
  { colours }: Theme,
): Plugin {
  return {
    id: 'rowWords',
    beforeDatasetsDraw: ({ ctx, chartArea: { top } }) => {
      drawAside(ctx, () => {
        prepareText(ctx, VALUE_STYLE);
        ctx.fillStyle = colours.ink;
        for (const { heading } of rows)
          if (heading) ctx.fillText(fitHeading(heading.text, chartWidth), 0, top + heading.y);
        prepareText(ctx, NAME_STYLE);
        for (const { nameLines, y } of rows)
          for (const [index, line] of nameLines.entries())
            ctx.fillText(line, 0, top + y + (index - (nameLines.length - 1) / 2) * NAME_LINE);
        drawBeside(ctx, rows, beside, { top, right: chartWidth }, colours);
      });
    },
  };
}

function drawBeside(
  ctx: CanvasRenderingContext2D,
  rows: readonly PlacedRow[],
  { columns, width }: BesideColumns,
  { top, right }: { top: number; right: number },
  colours: Theme['colours'],
): void {
  let x = right - width + BESIDE_GAP;
  for (const column of columns) {
    prepareText(ctx, SMALL_STYLE);
    ctx.fillStyle = colours.soft;
    const headingShift = column.isNumeric ? column.width - measureTextWidth(column.heading, SMALL_STYLE) : 0;
    ctx.fillText(column.heading, x + headingShift, top - 8);
    prepareText(ctx, NAME_STYLE);
    ctx.fillStyle = colours.ink;
    for (const { index, y } of rows) {
      const text = column.texts[index] ?? '';
      const shift = column.isNumeric ? column.width - measureTextWidth(text, NAME_STYLE) : 0;
      ctx.fillText(text, x + shift, top + y);
    }
    x += column.width + BESIDE_GAP;
  }
}
