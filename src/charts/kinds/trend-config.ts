import type { Chart, ChartDataset, Plugin } from 'chart.js';
import type { TrendChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { canvasFont, type ChartPlan } from '../chart-plan.js';
import { shortenText, textWidthOf } from '../measure-text.js';
import { spreadLabels } from '../spread-labels.js';

const DASHES = [[], [], [5, 2], [1.5, 2], [7, 2, 1.5, 2]];
const MARKERS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot'] as const;
const LABEL = { size: 9.5, bold: false };
const VALUE = { size: 9.5, bold: true };
const LINE = 12.5;
/** The room between a line's last point, its value and its name. */
const BESIDE = 26;

/** Lines over periods, told apart by dash and marker as well as by colour, each named at its end. */
export function trendConfig(data: TrendChart, theme: Theme, width: number): ChartPlan {
  const { hairline, soft, ink, rule } = theme.colours;
  const scale = data.unit === 'percent' ? 100 : 1;
  const last = data.periods.length - 1;
  const longest = Math.max(...data.series.map(({ label }) => textWidthOf(label, { ...LABEL, bold: true })));
  const labelWidth = Math.min(longest, width * 0.38);
  const behind = data.series.filter((one) => lastValue(one, data.periods).behind);
  const beside = behind.map(
    (one) => textWidthOf(lastValue(one, data.periods).text, VALUE) + nameWidth(one, labelWidth) + BESIDE,
  );
  const range = axisRange(data, scale);
  return {
    height: Math.max(170, data.series.length * LINE + 130),
    config: {
      type: 'line',
      data: {
        labels: data.periods,
        datasets: data.series.map((_, index) => dataset(data, index, scale, theme)),
      },
      options: {
        layout: { padding: { right: Math.max(labelWidth + 52, ...beside), top: 8, left: 2 } },
        scales: {
          x: {
            offset: last === 0,
            grid: { display: false },
            border: { color: rule },
            ticks: { color: ink, font: { size: 9.5 }, maxRotation: 0, autoSkip: true },
          },
          y: {
            ...range,
            ticks: {
              color: soft,
              font: { size: 9 },
              maxTicksLimit: 7,
              callback: (value) => (scale === 100 ? `${value}%` : String(value)),
            },
            grid: { color: hairline, lineWidth: 0.6, drawTicks: false },
            border: { display: false },
          },
        },
      },
      plugins: [intervals(data, scale, theme), endLabels(data, labelWidth, theme)],
    },
  };
}

function dataset({ series }: TrendChart, index: number, scale: number, theme: Theme): ChartDataset<'line'> {
  const one = series[index];
  const colour = colourOf(index, theme);
  return {
    label: one?.label ?? '',
    data: (one?.points ?? []).map(({ value }) => (value === null ? NaN : value * scale)),
    borderColor: colour,
    borderWidth: one?.isEmphasised ? 2.4 : 1.4,
    borderDash: one?.isEmphasised ? [] : (DASHES[index % DASHES.length] ?? []),
    pointStyle: MARKERS[index % MARKERS.length] ?? 'circle',
    pointRadius: 3.2,
    pointBorderWidth: 1.2,
    pointBorderColor: colour,
    pointBackgroundColor: index % 2 === 0 ? colour : '#ffffff',
    spanGaps: true,
    tension: 0,
    clip: false,
  };
}

function colourOf(index: number, theme: Theme): string {
  const { series, ink } = theme.colours;
  return series[index % series.length] ?? ink;
}

/** Wide enough for every value and interval, to whole tens where they are percentages. A line need not start at nought. */
function axisRange({ series }: TrendChart, scale: number): { suggestedMin: number; suggestedMax: number } {
  const values = series
    .flatMap(({ points }) =>
      points.flatMap(({ value, interval }) => [...(value === null ? [] : [value]), ...(interval ?? [])]),
    )
    .map((value) => value * scale);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) * 0.06 || 1;
  if (scale !== 100) return { suggestedMin: low - room, suggestedMax: high + room };
  return {
    suggestedMin: Math.max(0, Math.floor((low - 1) / 10) * 10),
    suggestedMax: Math.min(100, Math.ceil((high + 1) / 10) * 10),
  };
}

/** A thin upright line with feet for each point whose interval is known. */
function intervals({ series }: TrendChart, scale: number, theme: Theme): Plugin {
  return {
    id: 'intervals',
    beforeDatasetsDraw: (chart) => {
      const { ctx, scales } = chart;
      const y = scales['y'];
      if (!y) return;
      ctx.save();
      ctx.lineWidth = 0.8;
      series.forEach(({ points }, index) => {
        points.forEach(({ interval }, at) => {
          if (!interval) return;
          const x = pointAt(chart, index, at).x;
          const [low, high] = interval.map((value) => y.getPixelForValue(value * scale)) as [number, number];
          ctx.strokeStyle = colourOf(index, theme);
          ctx.beginPath();
          ctx.moveTo(x, low);
          ctx.lineTo(x, high);
          for (const foot of [low, high]) {
            ctx.moveTo(x - 2.5, foot);
            ctx.lineTo(x + 2.5, foot);
          }
          ctx.stroke();
        });
      });
      ctx.restore();
    },
  };
}

function pointAt(chart: Chart, series: number, at: number): { x: number; y: number } {
  const { x, y } = chart.getDatasetMeta(series).data[at] ?? { x: 0, y: 0 };
  return { x, y };
}

/** A line's last value. One that is behind the last period says of which it is. */
function lastValue(
  { points }: TrendChart['series'][number],
  periods: string[],
): { at: number; text: string; behind: boolean } {
  const at = points.findLastIndex(({ value }) => value !== null);
  const text = points[at]?.text ?? '';
  const behind = at >= 0 && at < periods.length - 1;
  return { at, text: behind ? `${text} in ${periods[at] ?? ''}` : text, behind };
}

function nameWidth({ label, isEmphasised }: TrendChart['series'][number], most: number): number {
  return Math.min(most, textWidthOf(label, { ...LABEL, bold: isEmphasised }));
}

/** The last value and the name beside each line's end, moved apart where lines meet. */
function endLabels({ series, periods }: TrendChart, labelWidth: number, theme: Theme): Plugin {
  return {
    id: 'endLabels',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      const shown = series.flatMap((one, index) => {
        const { at, ...last } = lastValue(one, periods);
        return at < 0 ? [] : [{ one, index, ...last, ...pointAt(chart, index, at) }];
      });
      const places = spreadLabels(
        shown.map(({ y }) => y),
        LINE,
        chartArea.top,
        chartArea.bottom,
      );
      const left = chartArea.right + 18;
      const upToDate = shown.filter(({ behind }) => !behind).map(({ text }) => textWidthOf(text, VALUE));
      ctx.save();
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      shown.forEach(({ one, index, text, x, y }, rank) => {
        const line = places[rank] ?? y;
        ctx.strokeStyle = theme.colours.rule;
        ctx.lineWidth = 0.6;
        ctx.beginPath();
        ctx.moveTo(x + 6, y);
        ctx.lineTo(left - 3, line);
        ctx.stroke();
        ctx.fillStyle = colourOf(index, theme);
        ctx.font = canvasFont(VALUE.size, true);
        ctx.fillText(text, left, line);
        ctx.font = canvasFont(LABEL.size, one.isEmphasised);
        ctx.fillText(
          shortenText(one.label, labelWidth, { ...LABEL, bold: one.isEmphasised }),
          left + Math.max(textWidthOf(text, VALUE), ...upToDate) + 5,
          line,
        );
      });
      ctx.restore();
    },
  };
}
