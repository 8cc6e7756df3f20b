import type { ChartDataset, Plugin, Scale } from 'chart.js';
import { formatNumber } from '../../format/numbers.js';
import type { DotChart, DotRow, Point } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText } from '../canvas-drawing.js';
import { PAPER, SMALL_STYLE, VALUE_STYLE } from '../chart-style.js';
import { joinFrames, type ConfiguredChart, type Frame } from '../configured-chart.js';
import { measureTextWidth } from '../measure-text.js';
import { configureNameAxis, measureNameAxis, shortenName } from '../name-axis.js';

/** The distance from row to row, in points. */
const ROW_HEIGHT = 16;

/** Configures dots on a logarithmic scale. Bars would need a zero, which the scale does not have. */
export function configureDots(
  { rows, axisNote }: DotChart,
  theme: Theme,
  width: number,
  frame: Frame,
): ConfiguredChart {
  const labels = rows.map(({ label }) => label);
  const sides = joinFrames(frame, { left: measureNameAxis(labels, width), right: 56 });
  return {
    frame: sides,
    height: rows.length * ROW_HEIGHT + 46,
    config: {
      type: 'line',
      data: {
        labels: labels.map((label) => shortenName(label, width)),
        datasets: [configurePoints(rows, theme)],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { right: sides.right, top: 2 } },
        scales: {
          x: configureCounts(rows, axisNote, theme),
          y: {
            ...configureNameAxis(labels, width, theme, sides.left),
            type: 'category',
            offset: true,
            grid: { color: theme.colours.rule, lineWidth: 0.5, drawTicks: false, offset: false },
            border: { display: false, dash: [0.8, 2.4] },
          },
        },
      },
      plugins: [drawValues(rows, theme)],
    },
  };
}

function configurePoints(rows: DotRow[], { colours }: Theme): ChartDataset<'line'> {
  return {
    data: rows.map(({ point }) => (hasDot(point) ? point.value : NaN)),
    showLine: false,
    pointRadius: 3.6,
    pointBackgroundColor: colours.accent,
    pointBorderColor: colours.accent,
    pointBorderWidth: 0,
    clip: false,
  };
}

function configureCounts(rows: DotRow[], axisNote: string, { colours }: Theme) {
  const powers = listPowersOfTen(rows.flatMap(({ point }) => (hasDot(point) ? [point.value] : [])));
  const small = { color: colours.soft, font: { size: SMALL_STYLE.size } };
  return {
    type: 'logarithmic' as const,
    min: powers[0] ?? 1,
    max: powers.at(-1) ?? 10,
    afterBuildTicks: (axis: Scale) => {
      axis.ticks = powers.map((value) => ({ value }));
    },
    ticks: { ...small, callback: (value: string | number) => formatNumber(Number(value)), maxRotation: 0 },
    grid: { color: colours.hairline, lineWidth: 0.6, drawTicks: false },
    border: { display: false },
    title: { ...small, display: true, text: axisNote, align: 'start' as const, padding: { top: 4 } },
  };
}

/** A logarithmic scale has no zero. */
function hasDot(point: Point): point is Point & { value: number } {
  return point.value !== null && point.value > 0;
}

/** Lists the powers of ten from at most the smallest value to at least the largest: two or more. */
function listPowersOfTen(values: number[]): number[] {
  const [smallest, largest] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [1, 1];
  const first = Math.floor(Math.log10(smallest));
  const last = Math.max(first + 1, Math.ceil(Math.log10(largest)));
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

/** Draws the value after each dot, on white, so that the row's line does not cross the number. */
function drawValues(rows: DotRow[], { colours }: Theme): Plugin {
  return {
    id: 'valueLabels',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      drawAside(ctx, () => {
        prepareText(ctx, VALUE_STYLE);
        for (const [index, dot] of chart.getDatasetMeta(0).data.entries()) {
          const row = rows[index];
          if (!row) continue;
          const { text } = row.point;
          const [x, y] = [hasDot(row.point) ? dot.x : chartArea.left - 4, dot.y];
          ctx.fillStyle = PAPER;
          ctx.fillRect(x + 6, y - 6, measureTextWidth(text, VALUE_STYLE) + 4, 12);
          ctx.fillStyle = colours.ink;
          ctx.fillText(text, x + 8, y);
        }
      });
    },
  };
}
