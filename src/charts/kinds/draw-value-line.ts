import type { Plugin } from 'chart.js';
import type { ValueLine } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { SMALL_STYLE } from '../chart-style.js';
import { fitLines } from '../fit-text.js';
import { measureTextWidth } from '../measure-text.js';

/** The dashes and gaps of each line, in points. */
export const VALUE_LINE_DASHES = { target: [4, 2.5], reference: [1.2, 2] } as const satisfies Record<
  ValueLine['kind'],
  readonly number[]
>;

/** The room above a plot for the words of its lines, in points. */
export const LINE_WORDS_HEIGHT = 14;

/** The space between the words of two lines, in points. */
const GAP = 8;

/** Draws vertical lines through a plot, with their words above it. */
export function drawValueLines(lines: readonly ValueLine[], theme: Theme): Plugin {
  return {
    id: 'valueLines',
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      drawAside(ctx, () => {
        const places = placeWords(
          lines.map(({ text, value }) => ({ text, x: scales['x']?.getPixelForValue(value) ?? 0 })),
          chartArea,
        );
        for (const [index, { kind }] of lines.entries()) {
          const place = places[index];
          if (!place) continue;
          ctx.strokeStyle = theme.colours.ink;
          ctx.lineWidth = 1.1;
          ctx.setLineDash([...VALUE_LINE_DASHES[kind]]);
          strokeLine(ctx, [place.x, chartArea.top - 2], [place.x, chartArea.bottom]);
          ctx.setLineDash([]);
          prepareText(ctx, SMALL_STYLE);
          ctx.fillStyle = theme.colours.ink;
          ctx.fillText(place.text, place.left, chartArea.top - 8);
        }
      });
    },
  };
}

/** Centres words over their lines within the plot, and moves the words of two lines apart. */
function placeWords(
  words: readonly { text: string; x: number }[],
  { left, right }: { left: number; right: number },
): { text: string; x: number; left: number }[] {
  const placed = words.map(({ text, x }) => {
    const [fitted = ''] = fitLines(text, (right - left) / words.length - GAP, SMALL_STYLE, 1);
    const width = measureTextWidth(fitted, SMALL_STYLE);
    return { text: fitted, x, width, left: Math.min(Math.max(left, x - width / 2), right - width) };
  });
  const sorted = [...placed].sort((a, b) => a.x - b.x);
  const [first, second] = sorted;
  if (first && second && first.left + first.width + GAP > second.left) {
    second.left = Math.min(first.left + first.width + GAP, right - second.width);
    first.left = Math.min(first.left, second.left - GAP - first.width);
  }
  return placed;
}
