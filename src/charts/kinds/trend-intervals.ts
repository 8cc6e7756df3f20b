import type { Plugin } from 'chart.js';
import type { TrendChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside } from '../canvas-drawing.js';
import { traceWhisker } from '../trace-whisker.js';
import { getPointPosition, getSeriesColour } from './trend-series.js';

/** Points. */
const LINE_WIDTH = 1;
const FOOT_LENGTH = 3.2;

/** Draws a thin vertical line with feet for each point with a confidence interval. */
export function drawTrendIntervals({ series }: TrendChart, theme: Theme): Plugin {
  return {
    id: 'intervals',
    afterDatasetsDraw: (chart) => {
      const { ctx, scales } = chart;
      const axis = scales['y'];
      if (!axis) return;
      const toPixel = (value: number): number => axis.getPixelForValue(value);
      drawAside(ctx, () => {
        ctx.lineWidth = LINE_WIDTH;
        for (const [index, { points }] of series.entries())
          for (const [pointIndex, { interval }] of points.entries()) {
            if (!interval) continue;
            const position = getPointPosition(chart, index, pointIndex).x;
            const ends: [number, number] = [toPixel(interval[0]), toPixel(interval[1])];
            ctx.strokeStyle = getSeriesColour(index, theme);
            traceWhisker(ctx, { direction: 'vertical', position, ends }, FOOT_LENGTH);
            ctx.stroke();
          }
      });
    },
  };
}
