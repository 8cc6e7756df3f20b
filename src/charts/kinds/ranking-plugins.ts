import type { Plugin } from 'chart.js';
import type { RankingRow } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { SMALL_STYLE, VALUE_STYLE } from '../chart-style.js';
import { measureTextWidth } from '../measure-text.js';
import { traceWhisker } from '../trace-whisker.js';

/** A row of the chart. Null is the gap between the two ends. */
export type Slot = RankingRow | null;

/** Points. */
const FOOT_LENGTH = 3;
const INTERVAL_WIDTH = 1.1;

/** The distance from the end of a bar or its interval to the value, in points. */
const VALUE_OFFSET = 5;

/** Draws a thin line with feet over the end of each bar with a confidence interval. */
export function drawRankingIntervals(slots: Slot[], factor: number, { colours }: Theme): Plugin {
  return {
    id: 'intervals',
    afterDatasetsDraw: (chart) => {
      const { ctx, scales } = chart;
      const axis = scales['x'];
      if (!axis) return;
      const toPixel = (value: number): number => axis.getPixelForValue(value * factor);
      drawAside(ctx, () => {
        for (const [index, { y }] of chart.getDatasetMeta(0).data.entries()) {
          const interval = slots[index]?.point.interval;
          if (!interval) continue;
          const ends: [number, number] = [toPixel(interval[0]), toPixel(interval[1])];
          traceWhisker(ctx, { direction: 'horizontal', position: y, ends }, FOOT_LENGTH);
          ctx.strokeStyle = colours.ink;
          ctx.lineWidth = INTERVAL_WIDTH;
          ctx.stroke();
        }
      });
    },
  };
}

/** Draws the value after each bar and its interval: on the left where the bar points there. */
export function drawRankingValues(slots: Slot[], factor: number, { colours }: Theme): Plugin {
  return {
    id: 'valueLabels',
    afterDatasetsDraw: (chart) => {
      const { ctx, scales } = chart;
      const toPixel = (value: number): number => scales['x']?.getPixelForValue(value * factor) ?? 0;
      drawAside(ctx, () => {
        prepareText(ctx, VALUE_STYLE);
        ctx.fillStyle = colours.ink;
        for (const [index, { x, y }] of chart.getDatasetMeta(0).data.entries()) {
          const slot = slots[index];
          if (!slot) continue;
          const { value, text, interval } = slot.point;
          const [left, right] = interval?.map(toPixel) ?? [x, x];
          if ((value ?? 0) < 0) {
            const width = measureTextWidth(text, VALUE_STYLE);
            ctx.fillText(text, Math.min(x, left ?? x) - VALUE_OFFSET - width, y);
          } else ctx.fillText(text, Math.max(x, right ?? x) + VALUE_OFFSET, y);
        }
      });
    },
  };
}

/** Draws the line from which bars point to the left and to the right. */
export function drawZeroLine({ colours }: Theme): Plugin {
  return {
    id: 'zeroLine',
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const x = scales['x']?.getPixelForValue(0) ?? chartArea.left;
      drawAside(ctx, () => {
        ctx.strokeStyle = colours.rule;
        ctx.lineWidth = 1;
        strokeLine(ctx, [x, chartArea.top], [x, chartArea.bottom]);
      });
    },
  };
}

/** Draws the note in the gap and a dotted line after it. Readers could otherwise take the two ends for neighbours. */
export function drawGapNote(row: number, note: string | null, { colours }: Theme): Plugin {
  return {
    id: 'gapLabel',
    afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const axis = scales['y'];
      if (note === null || !axis) return;
      const { left, right } = chartArea;
      const y = axis.getPixelForValue(row);
      drawAside(ctx, () => {
        prepareText(ctx, SMALL_STYLE);
        ctx.fillStyle = colours.soft;
        ctx.fillText(note, left + 6, y);
        ctx.strokeStyle = colours.rule;
        ctx.lineWidth = 0.8;
        ctx.setLineDash([1.5, 2.5]);
        strokeLine(ctx, [left + 12 + measureTextWidth(note, SMALL_STYLE), y], [right, y]);
      });
    },
  };
}
