import type { ChartDataset, Plugin } from 'chart.js';
import { formatNumber } from '../../format/numbers.js';
import type { ControlChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { PAPER, SMALL_STYLE } from '../chart-style.js';
import type { ConfiguredChart } from '../configured-chart.js';
import { measureTextWidth } from '../measure-text.js';

/** Points. */
const HEIGHT = 190;

/**
 * Configures months in order, with the mean and both limits named at their ends. Signals have a larger,
 * hollow mark.
 */
export function configureControl(data: ControlChart, theme: Theme): ConfiguredChart {
  const longest = Math.max(...data.lines.map((line) => measureTextWidth(formatLine(line), SMALL_STYLE)));
  return {
    height: HEIGHT,
    config: {
      type: 'line',
      data: { labels: data.periods.map(shortenMonth), datasets: [configurePoints(data, theme)] },
      options: {
        layout: { padding: { right: longest + 12, top: 8 } },
        scales: { x: configureMonths(theme), y: configureCounts(data, theme) },
      },
      plugins: [drawLimits(data.lines, theme)],
    },
  };
}

/** Shortens "December 2008" to "Dec 2008". */
function shortenMonth(period: string): string {
  return period.replace(/^(\p{L}{3})\p{L}* /u, '$1 ');
}

function configurePoints({ points }: ControlChart, { colours }: Theme): ChartDataset<'line'> {
  const signalColour = colours.series[1] ?? colours.ink;
  const choose = <Value>(signal: Value, ordinary: Value): Value[] =>
    points.map(({ hasSignal }) => (hasSignal ? signal : ordinary));
  return {
    data: points.map(({ value }) => value ?? NaN),
    borderColor: colours.accent,
    borderWidth: 1.6,
    pointBackgroundColor: choose(PAPER, colours.accent),
    pointBorderColor: choose(signalColour, colours.accent),
    pointBorderWidth: choose(1.8, 1),
    pointRadius: choose(4.4, 2.6),
    pointStyle: choose('rectRot', 'circle'),
    spanGaps: false,
    tension: 0,
    clip: false,
  };
}

function configureMonths({ colours }: Theme) {
  return {
    grid: { display: false },
    border: { color: colours.rule },
    ticks: { color: colours.ink, font: { size: SMALL_STYLE.size }, maxRotation: 0, autoSkip: true },
  };
}

function configureCounts({ points, lines }: ControlChart, { colours }: Theme) {
  const values = [...points, ...lines].flatMap(({ value }) => value ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) * 0.08 || 1;
  return {
    suggestedMin: low - room,
    suggestedMax: high + room,
    ticks: {
      color: colours.soft,
      font: { size: SMALL_STYLE.size },
      maxTicksLimit: 6,
      callback: (value: string | number) => formatNumber(Number(value)),
    },
    grid: { color: colours.hairline, lineWidth: 0.6, drawTicks: false },
    border: { display: false },
  };
}

type Line = ControlChart['lines'][number];

function formatLine({ label, value }: Line): string {
  return `${label} ${formatNumber(value, Number.isInteger(value) ? 0 : 1)}`;
}

function drawLimits(lines: Line[], { colours }: Theme): Plugin {
  return {
    id: 'limits',
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const axis = scales['y'];
      if (!axis) return;
      const { left, right } = chartArea;
      drawAside(ctx, () => {
        prepareText(ctx, SMALL_STYLE);
        for (const line of lines) {
          const y = axis.getPixelForValue(line.value);
          ctx.strokeStyle = colours.soft;
          ctx.lineWidth = 0.9;
          ctx.setLineDash(line.label === 'mean' ? [] : [4, 2.5]);
          strokeLine(ctx, [left, y], [right, y]);
          ctx.fillStyle = colours.ink;
          ctx.fillText(formatLine(line), right + 6, y);
        }
      });
    },
  };
}
