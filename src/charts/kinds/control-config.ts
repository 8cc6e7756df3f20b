import type { Plugin } from 'chart.js';
import { formatNumber } from '../../format.js';
import type { ControlChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { canvasFont, type ChartPlan } from '../chart-plan.js';
import { textWidthOf } from '../measure-text.js';

const LABEL = { size: 9, bold: false };

/** Months in order, with the mean and both limits named at their ends. Months that stand out have a ring and a larger mark. */
export function controlConfig({ periods, points, lines }: ControlChart, theme: Theme): ChartPlan {
  const { accent, ink, soft, hairline, rule, series } = theme.colours;
  const signal = series[1] ?? ink;
  const longest = Math.max(...lines.map((line) => textWidthOf(labelOf(line), LABEL)));
  const values = [
    ...points.flatMap(({ value }) => (value === null ? [] : [value])),
    ...lines.map(({ value }) => value),
  ];
  const room = (Math.max(...values) - Math.min(...values)) * 0.08 || 1;
  return {
    height: 190,
    config: {
      type: 'line',
      data: {
        labels: periods.map((period) => period.replace(/^(\p{L}{3})\p{L}* /u, '$1 ')),
        datasets: [
          {
            data: points.map(({ value }) => value ?? NaN),
            borderColor: accent,
            borderWidth: 1.6,
            pointBackgroundColor: points.map((one) => (!one.hasSignal ? accent : '#ffffff')),
            pointBorderColor: points.map((one) => (!one.hasSignal ? accent : signal)),
            pointBorderWidth: points.map((one) => (!one.hasSignal ? 1 : 1.8)),
            pointRadius: points.map((one) => (!one.hasSignal ? 2.6 : 4.4)),
            pointStyle: points.map((one) => (!one.hasSignal ? 'circle' : 'rectRot')),
            spanGaps: false,
            tension: 0,
            clip: false,
          },
        ],
      },
      options: {
        layout: { padding: { right: longest + 12, top: 8 } },
        scales: {
          x: {
            grid: { display: false },
            border: { color: rule },
            ticks: { color: ink, font: { size: 9 }, maxRotation: 0, autoSkip: true },
          },
          y: {
            suggestedMin: Math.min(...values) - room,
            suggestedMax: Math.max(...values) + room,
            ticks: {
              color: soft,
              font: { size: 9 },
              maxTicksLimit: 6,
              callback: (value) => formatNumber(Number(value)),
            },
            grid: { color: hairline, lineWidth: 0.6, drawTicks: false },
            border: { display: false },
          },
        },
      },
      plugins: [limits(lines, theme)],
    },
  };
}

type Line = ControlChart['lines'][number];

function labelOf({ label, value }: Line): string {
  return `${label} ${formatNumber(value, Number.isInteger(value) ? 0 : 1)}`;
}

function limits(lines: Line[], theme: Theme): Plugin {
  return {
    id: 'limits',
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const axis = scales['y'];
      if (!axis) return;
      ctx.save();
      ctx.font = canvasFont(LABEL.size);
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      for (const line of lines) {
        const y = axis.getPixelForValue(line.value);
        ctx.strokeStyle = theme.colours.soft;
        ctx.lineWidth = 0.9;
        ctx.setLineDash(line.label === 'mean' ? [] : [4, 2.5]);
        ctx.beginPath();
        ctx.moveTo(chartArea.left, y);
        ctx.lineTo(chartArea.right, y);
        ctx.stroke();
        ctx.fillStyle = theme.colours.ink;
        ctx.fillText(labelOf(line), chartArea.right + 6, y);
      }
      ctx.restore();
    },
  };
}
