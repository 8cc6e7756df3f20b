import type { ChartDataset, ScriptableLineSegmentContext } from 'chart.js';
import { formatNumber } from '../../format/numbers.js';
import { formatPounds } from '../../format/pounds.js';
import type { TrendChart, TrendSeries } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { getAxisFactor } from '../axis-factor.js';
import { NAME_STYLE, NO_LINE, PAPER, SMALL_STYLE } from '../chart-style.js';
import type { ConfiguredChart } from '../configured-chart.js';
import { configureLabelAxis } from './configure-label-axis.js';
import { BRIDGE_DASH, BRIDGE_KEY_HEIGHT, BRIDGE_WIDTH, drawBridgeKey, hasBridge } from './trend-bridges.js';
import { drawTrendIntervals } from './trend-intervals.js';
import { drawTrendLabels, measureTrendLabels } from './trend-labels.js';
import { getSeriesColour } from './trend-series.js';

/** Dashes and gaps in points. The first lines, which matter most, are solid. */
const DASHES = [[], [], [5, 2], [1.5, 2], [7, 2, 1.5, 2]];
const MARKERS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot'] as const;

/** Points. */
const MIN_HEIGHT = 170;

/** An estimate of the room for the labels of the vertical axis, in points. */
const AXIS_WIDTH = 34;

/** The height of the plot and its axis without the labels, in points. */
const BASE_HEIGHT = 130;

/**
 * Configures lines over periods. Dashes and markers tell them apart as well as colours, and each has its name
 * at its end.
 */
export function configureTrend(data: TrendChart, theme: Theme, width: number): ConfiguredChart {
  const factor = getAxisFactor(data.unit);
  const labels = measureTrendLabels(data, width);
  const bottom = hasBridge(data) ? BRIDGE_KEY_HEIGHT : 0;
  return {
    height: Math.max(MIN_HEIGHT, data.series.length * labels.lineHeight + BASE_HEIGHT) + bottom,
    config: {
      type: 'line',
      data: {
        labels: data.periods,
        datasets: data.series.map((series, index) => configureLine(series, index, factor, theme)),
      },
      options: {
        layout: { padding: { right: labels.padding, top: 8, left: 2, bottom } },
        scales: {
          x: configureLabelAxis(data.periods, width - labels.padding - AXIS_WIDTH, NAME_STYLE, theme),
          y: configureValues(data, factor, theme),
        },
      },
      plugins: [
        drawTrendIntervals(data, factor, theme),
        drawTrendLabels(data, labels, theme),
        ...(bottom > 0 ? [drawBridgeKey(theme)] : []),
      ],
    },
  };
}

function configureLine(
  { label, points, isEmphasised }: TrendSeries,
  index: number,
  factor: number,
  theme: Theme,
): ChartDataset<'line'> {
  const colour = getSeriesColour(index, theme);
  return {
    label,
    data: points.map(({ value }) => (value === null ? NaN : value * factor)),
    borderColor: colour,
    borderWidth: isEmphasised ? 2.4 : 1.4,
    borderDash: isEmphasised ? [] : (DASHES[index % DASHES.length] ?? []),
    pointStyle: MARKERS[index % MARKERS.length] ?? 'circle',
    pointRadius: 3.2,
    pointBorderWidth: 1.2,
    pointBorderColor: colour,
    pointBackgroundColor: index % 2 === 0 ? colour : PAPER,
    spanGaps: true,
    segment: {
      borderColor: ({ p0DataIndex, p1DataIndex }: ScriptableLineSegmentContext) =>
        points.slice(p0DataIndex + 1, p1DataIndex + 1).some(({ startsSeries }) => startsSeries)
          ? NO_LINE
          : undefined,
      borderDash: ({ p0, p1 }) => (p0.skip || p1.skip ? [...BRIDGE_DASH] : undefined),
      borderWidth: ({ p0, p1 }) => (p0.skip || p1.skip ? BRIDGE_WIDTH : undefined),
    },
    tension: 0,
    clip: false,
  };
}

function configureValues(data: TrendChart, factor: number, { colours }: Theme) {
  return {
    ...findAxisRange(data, factor),
    ticks: {
      color: colours.soft,
      font: { size: SMALL_STYLE.size },
      maxTicksLimit: 7,
      padding: 8,
      callback: (value: string | number) => formatTick(Number(value), data),
    },
    grid: { color: colours.hairline, lineWidth: 0.6, drawTicks: false },
    border: { display: false },
  };
}

function formatTick(value: number, data: TrendChart): string {
  const places = Number.isInteger(value) ? 0 : 1;
  if (data.money !== undefined) return formatPounds(value, data.money, places);
  return `${formatNumber(value, places)}${data.unit === 'percent' ? '%' : ''}`;
}

/**
 * Returns a range with every value and interval. Counts start at 0, and a difference in points shows 0. A line of percentages
 * need not: its range is in whole tens.
 */
function findAxisRange(
  { series, unit }: TrendChart,
  factor: number,
): { suggestedMin: number; suggestedMax: number } {
  const values = series
    .flatMap(({ points }) => points.flatMap(({ value, interval }) => [value ?? [], interval ?? []].flat()))
    .map((value) => value * factor);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (unit === 'percent')
    return {
      suggestedMin: Math.max(0, Math.floor((low - 1) / 10) * 10),
      suggestedMax: Math.min(100, Math.ceil((high + 1) / 10) * 10),
    };
  return { suggestedMin: Math.min(0, low), suggestedMax: Math.max(high, 0) * 1.04 || (low < 0 ? 0 : 1) };
}
