import type { Plugin } from 'chart.js';
import type { RankingChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { canvasFont, type ChartPlan } from '../chart-plan.js';
import { Hatch } from '../hatch.js';
import { shortenText, textWidthOf } from '../measure-text.js';

const ROW = 17;
const NAME = { size: 9.5, bold: false };

/** Bars from nought, best first. The two ends are told apart by hatching as well as by colour. */
export function rankingConfig({ rows, gapNote, unit }: RankingChart, theme: Theme, width: number): ChartPlan {
  const { accent, rule, ink, series } = theme.colours;
  const scale = unit === 'percent' ? 100 : 1;
  const top = rows.filter(({ end }) => end === 'top').length;
  const gap = gapNote === null ? [] : [null];
  const slots = [...rows.slice(0, top), ...gap, ...rows.slice(top)];
  const low = series[1] ?? ink;
  const hatch = new Hatch(low, '#ffffff') as unknown as string; // Chart.js takes it for a canvas pattern
  const longest = Math.max(...rows.map(({ label }) => textWidthOf(label, NAME)));
  return {
    height: slots.length * ROW + 14,
    config: {
      type: 'bar',
      data: {
        labels: slots.map((slot) => (slot === null ? '' : shortenText(slot.label, width * 0.4, NAME))),
        datasets: [
          {
            data: slots.map((slot) => (slot?.point.value ?? 0) * scale),
            backgroundColor: slots.map((slot) => (slot?.end === 'top' ? accent : hatch)),
            borderColor: slots.map((slot) => (slot?.end === 'top' ? accent : low)),
            borderWidth: slots.map((slot) => (slot === null ? 0 : 0.8)),
            barThickness: 11,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { right: 40, top: 2 } },
        scales: {
          x: { min: 0, ...(scale === 100 && { max: 100 }), display: false },
          y: {
            afterFit: (axis) => {
              axis.width = Math.min(longest, width * 0.4) + 12;
            },
            ticks: { autoSkip: false, color: ink, font: { size: NAME.size }, crossAlign: 'near' },
            grid: { display: false },
            border: { color: rule },
          },
        },
      },
      plugins: [intervals(slots, scale, ink), valueLabels(slots, scale, ink), gapLabel(top, gapNote, theme)],
    },
  };
}

type Slot = RankingChart['rows'][number] | null;

/** A thin line with feet over the end of each bar whose interval is known. */
function intervals(slots: Slot[], scale: number, ink: string): Plugin {
  return {
    id: 'intervals',
    afterDatasetsDraw: (chart) => {
      const { ctx, scales } = chart;
      const axis = scales['x'];
      if (!axis) return;
      ctx.save();
      chart.getDatasetMeta(0).data.forEach(({ y }, index) => {
        const interval = slots[index]?.point.interval;
        if (!interval) return;
        const [low, high] = interval.map((value) => axis.getPixelForValue(value * scale)) as [number, number];
        for (const [colour, width] of [
          ['#ffffff', 2.6],
          [ink, 0.9],
        ] as const) {
          ctx.strokeStyle = colour; // the white edge keeps the line apart from its bar
          ctx.lineWidth = width;
          ctx.beginPath();
          ctx.moveTo(low, y);
          ctx.lineTo(high, y);
          for (const foot of [low, high]) {
            ctx.moveTo(foot, y - 2.6);
            ctx.lineTo(foot, y + 2.6);
          }
          ctx.stroke();
        }
      });
      ctx.restore();
    },
  };
}

function valueLabels(slots: Slot[], scale: number, ink: string): Plugin {
  return {
    id: 'valueLabels',
    afterDatasetsDraw: (chart) => {
      const { ctx, scales } = chart;
      const axis = scales['x'];
      ctx.save();
      ctx.fillStyle = ink;
      ctx.font = canvasFont(9.5, true);
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      chart.getDatasetMeta(0).data.forEach(({ x, y }, index) => {
        const slot = slots[index];
        const end = slot?.point.interval?.[1];
        const right = end === undefined ? x : Math.max(x, axis?.getPixelForValue(end * scale) ?? x);
        if (slot) ctx.fillText(slot.point.text, right + 5, y);
      });
      ctx.restore();
    },
  };
}

/** Says within the gap what is left out, so that nobody takes the two ends for neighbours. */
function gapLabel(row: number, note: string | null, theme: Theme): Plugin {
  return {
    id: 'gapLabel',
    afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const axis = scales['y'];
      if (note === null || !axis) return;
      const y = axis.getPixelForValue(row);
      ctx.save();
      ctx.fillStyle = theme.colours.soft;
      ctx.font = canvasFont(9);
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      ctx.fillText(note, chartArea.left + 6, y);
      ctx.strokeStyle = theme.colours.rule;
      ctx.lineWidth = 0.8;
      ctx.setLineDash([1.5, 2.5]);
      ctx.beginPath();
      ctx.moveTo(chartArea.left + 12 + textWidthOf(note, { size: 9, bold: false }), y);
      ctx.lineTo(chartArea.right, y);
      ctx.stroke();
      ctx.restore();
    },
  };
}
