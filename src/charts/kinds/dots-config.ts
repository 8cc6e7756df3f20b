import type { Plugin } from 'chart.js';
import { formatNumber } from '../../format.js';
import type { DotChart, Point } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { canvasFont, type ChartPlan } from '../chart-plan.js';
import { shortenText, textWidthOf } from '../measure-text.js';

const ROW = 16;
const NAME = { size: 9.5, bold: false };

/** Dots on a logarithmic scale, where bars would have no nought to start from. */
export function dotsConfig({ rows, axisNote }: DotChart, theme: Theme, width: number): ChartPlan {
  const { accent, hairline, soft, ink, rule } = theme.colours;
  const powers = decades(rows.flatMap(({ point }) => (hasDot(point) ? [point.value] : [])));
  const longest = Math.max(...rows.map(({ label }) => textWidthOf(label, NAME)));
  return {
    height: rows.length * ROW + 46,
    config: {
      type: 'line',
      data: {
        labels: rows.map(({ label }) => shortenText(label, width * 0.4, NAME)),
        datasets: [
          {
            data: rows.map(({ point }) => (hasDot(point) ? point.value : NaN)),
            showLine: false,
            pointRadius: 3.6,
            pointBackgroundColor: accent,
            pointBorderColor: accent,
            pointBorderWidth: 0,
            clip: false,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { right: 56, top: 2 } },
        scales: {
          x: {
            type: 'logarithmic',
            min: powers[0] ?? 1,
            max: powers.at(-1) ?? 10,
            afterBuildTicks: (axis) => {
              axis.ticks = powers.map((value) => ({ value }));
            },
            ticks: {
              callback: (value) => formatNumber(Number(value)),
              color: soft,
              font: { size: 9 },
              maxRotation: 0,
            },
            grid: { color: hairline, lineWidth: 0.6, drawTicks: false },
            border: { display: false },
            title: {
              display: true,
              text: axisNote,
              color: soft,
              font: { size: 9 },
              align: 'start',
              padding: { top: 4 },
            },
          },
          y: {
            type: 'category',
            offset: true,
            afterFit: (axis) => {
              axis.width = Math.min(longest, width * 0.4) + 12;
            },
            ticks: { autoSkip: false, color: ink, font: { size: NAME.size }, crossAlign: 'near' },
            grid: { color: rule, lineWidth: 0.5, drawTicks: false, offset: false },
            border: { display: false, dash: [0.8, 2.4] },
          },
        },
      },
      plugins: [valueLabels(rows, ink)],
    },
  };
}

/** A logarithmic scale has no nought. */
function hasDot(point: Point): point is Point & { value: number } {
  return point.value !== null && point.value > 0;
}

/** The powers of ten from below the smallest value to above the largest. */
function decades(values: number[]): number[] {
  const [smallest, largest] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [1, 1];
  const first = Math.floor(Math.log10(smallest));
  const last = Math.max(first + 1, Math.ceil(Math.log10(largest)));
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

function valueLabels(rows: DotChart['rows'], ink: string): Plugin {
  return {
    id: 'valueLabels',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = canvasFont(9.5, true);
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      chart.getDatasetMeta(0).data.forEach((dot, index) => {
        const row = rows[index];
        if (!row) return;
        const { text } = row.point;
        const [x, y] = [hasDot(row.point) ? dot.x : chartArea.left - 4, dot.y];
        ctx.fillStyle = '#ffffff'; // the gridline does not run through the number
        ctx.fillRect(x + 6, y - 6, textWidthOf(text, { size: 9.5, bold: true }) + 4, 12);
        ctx.fillStyle = ink;
        ctx.fillText(text, x + 8, y);
      });
      ctx.restore();
    },
  };
}
