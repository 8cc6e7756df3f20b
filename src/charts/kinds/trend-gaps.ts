import type { Chart, Plugin } from 'chart.js';
import type { TrendChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { PAPER, SMALL_STYLE } from '../chart-style.js';
import { measureTextWidth } from '../measure-text.js';
import { getPointPosition, getSeriesColour, getTargetColour } from './trend-series.js';
import { VALUE_LINE_DASHES } from './draw-value-line.js';

/** The mark of a period without a figure. */
const NO_FIGURE = '[x]';

/** Lists the indices of periods between others in which no line has a figure. */
export function findEmptyPeriods({ series, periods }: TrendChart): number[] {
  const hasFigure = (index: number): boolean => series.some(({ points }) => points[index]?.value != null);
  const known = [...periods.keys()].filter(hasFigure);
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  return [...periods.keys()].filter((index) => index > first && index < last && !hasFigure(index));
}

/** Draws the mark of each missing figure: at the axis if no line has one, and otherwise in the gap of its line. */
export function drawTrendGaps(data: TrendChart, theme: Theme): Plugin {
  const empty = findEmptyPeriods(data);
  return {
    id: 'gaps',
    afterDatasetsDraw: (chart) => {
      drawAside(chart.ctx, () => {
        for (const index of empty) {
          const texts = data.series
            .map(({ points }) => points[index]?.text ?? '')
            .filter((text) => text !== '');
          drawMark(
            chart,
            texts[0] ?? NO_FIGURE,
            getPointPosition(chart, 0, index).x,
            chart.chartArea.bottom - 8,
            theme.colours.soft,
          );
        }
        for (const [line, { points }] of data.series.entries())
          for (const [index, { value, text }] of points.entries()) {
            if (value !== null || empty.includes(index)) continue;
            const y = findGapMiddle(chart, data, line, index);
            if (y !== null)
              drawMark(
                chart,
                text || NO_FIGURE,
                getPointPosition(chart, line, index).x,
                y,
                getSeriesColour(line, theme),
              );
          }
      });
    },
  };
}

/** Finds the height of a gap between the values on both sides. Null before the first value and after the last. */
function findGapMiddle(chart: Chart, { series }: TrendChart, line: number, index: number): number | null {
  const points = series[line]?.points ?? [];
  const before = points.findLastIndex(({ value }, at) => at < index && value !== null);
  const after = points.findIndex(({ value }, at) => at > index && value !== null);
  if (before < 0 || after < 0) return null;
  const [start, end] = [getPointPosition(chart, line, before).y, getPointPosition(chart, line, after).y];
  return start + ((end - start) * (index - before)) / (after - before);
}

function drawMark({ ctx }: Chart, text: string, x: number, y: number, colour: string): void {
  const width = measureTextWidth(text, SMALL_STYLE);
  prepareText(ctx, SMALL_STYLE);
  ctx.fillStyle = PAPER;
  ctx.fillRect(x - width / 2 - 1, y - 5.5, width + 2, 11);
  ctx.fillStyle = colour;
  ctx.fillText(text, x - width / 2, y);
}

/** Draws the lines of targets. Their words stand among the names of the lines. */
export function drawTrendTargets({ targets }: TrendChart, theme: Theme): Plugin {
  return {
    id: 'targets',
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      drawAside(ctx, () => {
        ctx.lineWidth = 1.1;
        for (const { kind, value, series } of targets) {
          const y = scales['y']?.getPixelForValue(value) ?? 0;
          ctx.strokeStyle = getTargetColour(series, theme);
          ctx.setLineDash([...VALUE_LINE_DASHES[kind]]);
          strokeLine(ctx, [chartArea.left, y], [chartArea.right + TARGET_OVERHANG, y]);
        }
        ctx.setLineDash([]);
      });
    },
  };
}

/** The line of the target leads a little towards its words. Points. */
const TARGET_OVERHANG = 6;
