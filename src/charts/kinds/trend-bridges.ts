import type { Plugin } from 'chart.js';
import type { TrendChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { SMALL_STYLE } from '../chart-style.js';

/** The dots of a line across periods without a figure, and their width. Points. */
export const BRIDGE_DASH = [0.8, 3] as const;
export const BRIDGE_WIDTH = 1;

/** The room below the axis for the words about these lines, in points. */
export const BRIDGE_KEY_HEIGHT = 22;

const SWATCH_WIDTH = 24;

/** Tells whether a line has to cross periods without a figure. */
export function hasBridge({ series }: TrendChart): boolean {
  return series.some(({ points }) => {
    const first = points.findIndex(({ value }) => value !== null);
    const last = points.findLastIndex(({ value }) => value !== null);
    return points.slice(Math.max(0, first), last).some(({ value }) => value === null);
  });
}

/** Says in the drawing what a dotted line is. */
export function drawBridgeKey({ colours }: Theme): Plugin {
  return {
    id: 'bridges',
    afterDatasetsDraw: ({ ctx, chartArea, height }) => {
      drawAside(ctx, () => {
        const [x, y] = [chartArea.left, height - BRIDGE_KEY_HEIGHT / 2 + 3];
        ctx.strokeStyle = colours.ink;
        ctx.lineWidth = BRIDGE_WIDTH;
        ctx.setLineDash([...BRIDGE_DASH]);
        strokeLine(ctx, [x, y], [x + SWATCH_WIDTH, y]);
        prepareText(ctx, SMALL_STYLE);
        ctx.fillStyle = colours.soft;
        ctx.fillText('fine dots: no figure in between', x + SWATCH_WIDTH + 6, y);
      });
    },
  };
}
