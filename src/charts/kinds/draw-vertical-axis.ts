import type { Plugin } from 'chart.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { SMALL_STYLE } from '../chart-style.js';
import { measureTextWidth } from '../measure-text.js';
import type { ValueScale } from '../value-scale.js';

/** The distance from the labels of the axis to the plot, in points. */
const TICK_GAP = 8;

/** The height of the unit above the plot, in points. */
const UNIT_RISE = 9;

/** Draws gridlines with their values on the left, and the unit `unitRise` points above them. */
export function drawVerticalAxis(
  { ticks }: ValueScale,
  unit: string | null,
  { colours }: Theme,
  unitRise = UNIT_RISE,
): Plugin {
  return {
    id: 'axis',
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      drawAside(ctx, () => {
        for (const { value, text } of ticks) {
          const y = scales['y']?.getPixelForValue(value) ?? 0;
          ctx.strokeStyle = value === 0 ? colours.soft : colours.hairline;
          ctx.lineWidth = value === 0 ? 0.9 : 0.6;
          strokeLine(ctx, [chartArea.left, y], [chartArea.right, y]);
          prepareText(ctx, SMALL_STYLE);
          ctx.fillStyle = colours.soft;
          ctx.fillText(text, chartArea.left - TICK_GAP + 2 - measureTextWidth(text, SMALL_STYLE), y);
        }
        if (unit === null) return;
        ctx.fillStyle = colours.soft;
        prepareText(ctx, SMALL_STYLE);
        ctx.fillText(`Unit: ${unit}`, 0, chartArea.top - unitRise);
      });
    },
  };
}

/** Returns the room that the axis needs on the left of the plot, in points. */
export function measureVerticalAxis({ ticks }: ValueScale): number {
  return Math.max(...ticks.map(({ text }) => measureTextWidth(text, SMALL_STYLE))) + TICK_GAP;
}
