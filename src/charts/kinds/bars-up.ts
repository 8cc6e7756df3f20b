import type { Chart, ChartDataset, Plugin } from 'chart.js';
import type { BarChart, BarSeries } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { arrangeAxisLabels } from '../arrange-axis-labels.js';
import { chooseShades, type BarShade } from '../bar-shades.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { drawKey, placeKey } from '../chart-key.js';
import { NAME_STYLE, PAPER, SMALL_STYLE, VALUE_STYLE } from '../chart-style.js';
import { joinFrames, type ConfiguredChart, type Frame } from '../configured-chart.js';
import { fitLines, wrapText } from '../fit-text.js';
import { nameAxisUnit } from '../grid/format-grid-value.js';
import { measureTextWidth } from '../measure-text.js';
import { NAME_LINE } from '../row-names.js';
import { chooseScale } from '../value-scale.js';
import { VALUE_LINE_DASHES } from './draw-value-line.js';
import { drawVerticalAxis, measureVerticalAxis } from './draw-vertical-axis.js';
import { shortenMonth } from './shorten-month.js';
import { drawInterval, listKey, listTargetKey, listValues } from './bars-across.js';
import { strokeTarget } from './stroke-target.js';

/** Points. */
const PLOT_HEIGHT = 180;
const SLOT_PADDING = 4;
const VALUE_ROOM = 13;

/** The widest line of the words of a target, and the space before it. Points. */
const MOST_TARGET = 84;
const TARGET_GAP = 7;

/** The most lines of a name below its column. */
const MOST_NAME_LINES = 3;

/** The share of a slot that its columns fill, and the widest column in points. */
const FILLED_SHARE = 0.78;
const MOST_COLUMN = 46;

/** Returns true if the names of all rows fit below their columns. Names of periods can be left out. */
export function haveNamesRoom(data: BarChart, width: number): boolean {
  const { rows, isOverTime } = data;
  if (isOverTime) return true;
  // The axis takes some of the width.
  const slot = (width - 50) / Math.max(1, rows.length) - SLOT_PADDING;
  return rows.every(({ label }) => {
    const lines = wrapText(label, slot, NAME_STYLE);
    return (
      lines.length <= MOST_NAME_LINES && lines.every((line) => measureTextWidth(line, NAME_STYLE) <= slot)
    );
  });
}

/** Configures columns, with the values over them if they fit, and on an axis otherwise. */
export function configureUp(data: BarChart, theme: Theme, width: number, frame: Frame): ConfiguredChart {
  const { rows, series } = data;
  const isStacked = data.arrangement === 'stacked';
  const scale = chooseScale(listValues(data), data.unit);
  const targetLines = data.target ? fitLines(data.target.text, MOST_TARGET, SMALL_STYLE, 3) : [];
  const targetWidth = Math.max(0, ...targetLines.map((line) => measureTextWidth(line, SMALL_STYLE)));
  const sides = joinFrames(frame, {
    left: measureVerticalAxis(scale),
    right: targetWidth === 0 ? 4 : targetWidth + TARGET_GAP,
  });
  const slot = (width - sides.left - sides.right) / Math.max(1, rows.length);
  const beside = isStacked ? 1 : series.length;
  const pitch = Math.min((slot * FILLED_SHARE) / beside, MOST_COLUMN);
  const shades = chooseShades(series, theme);
  const key = placeKey(
    series.length === 1 ? listTargetKey(data, theme) : listKey(data, shades, theme),
    width,
  );
  const names = listNames(data, slot, width - sides.left - sides.right);
  const isLabelled = data.isLabelled && (isStacked || haveValuesRoom(data, pitch));
  const unit = nameAxisUnit(data.unit);
  const top = key.height + (unit === null ? 4 : 14) + (isLabelled && !isStacked ? VALUE_ROOM : 0);
  const bottom = Math.max(1, ...names.map(({ length }) => length)) * NAME_LINE + 8;
  return {
    height: top + PLOT_HEIGHT + bottom,
    frame: sides,
    config: {
      type: 'bar',
      data: {
        datasets: series.map((one, index) => configureSeries(one, shades[index], { pitch, isStacked })),
      },
      options: {
        parsing: false,
        layout: { padding: { left: sides.left, right: sides.right, top, bottom } },
        scales: {
          x: {
            type: 'linear',
            display: false,
            offset: false,
            min: 0,
            max: Math.max(1, rows.length),
            stacked: isStacked,
          },
          y: { display: false, min: scale.min, max: scale.max, stacked: isStacked },
        },
      },
      plugins: [
        drawVerticalAxis(scale, unit, theme),
        drawMarks(data, { shades, pitch, isLabelled, targetLines }, theme),
        drawNames(names, theme),
        drawKey(key, theme),
      ],
    },
  };
}

function listNames({ rows, isOverTime }: BarChart, slot: number, plotWidth: number): string[][] {
  if (!isOverTime) return rows.map(({ label }) => wrapText(label, slot - SLOT_PADDING, NAME_STYLE));
  const labels = rows.map(({ label }) => shortenMonth(label));
  return arrangeAxisLabels(labels, plotWidth - slot, NAME_STYLE).map((label) => [label].flat());
}

/** Returns true if the values fit over their columns side by side. */
function haveValuesRoom({ series }: BarChart, pitch: number): boolean {
  const room = series.length === 1 ? pitch / FILLED_SHARE : pitch;
  return series.every(({ points }) =>
    points.every(({ text }) => measureTextWidth(text, VALUE_STYLE) + 2 <= room),
  );
}

function configureSeries(
  { label, points }: BarSeries,
  shade: BarShade | undefined,
  { pitch, isStacked }: { pitch: number; isStacked: boolean },
): ChartDataset<'bar'> {
  return {
    label,
    // Chart.js leaves out a bar whose value is null.
    data: points.map(({ value }, index) => ({ x: index + 0.5, y: value })) as unknown as number[],
    backgroundColor: shade?.fill ?? PAPER,
    borderColor: shade?.outline ?? PAPER,
    borderWidth: 0.8,
    borderSkipped: false,
    barThickness: pitch,
    maxBarThickness: Math.max(1, pitch - 1.5),
    ...(isStacked && { stack: 'all' }),
  };
}

interface MarkLayout {
  shades: readonly BarShade[];
  pitch: number;
  isLabelled: boolean;
  /** The words of the target, to the right of the plot. */
  targetLines: readonly string[];
}

/** Draws what belongs to single columns, and the line of the target. */
function drawMarks(data: BarChart, layout: MarkLayout, theme: Theme): Plugin {
  return {
    id: 'marks',
    afterDatasetsDraw: (chart) => {
      drawAside(chart.ctx, () => {
        for (const [series, { points }] of data.series.entries())
          for (const index of points.keys()) drawPoint(chart, data, { series, index }, layout, theme);
        for (const [index, { target }] of data.rows.entries())
          if (target !== null) drawRowTarget(chart, data, { target, index }, layout, theme);
        if (data.target) drawTarget(chart, data.target.value, layout.targetLines, theme);
      });
    },
  };
}

function drawPoint(
  { ctx, scales }: Chart,
  data: BarChart,
  { series, index }: { series: number; index: number },
  { shades, pitch, isLabelled }: MarkLayout,
  theme: Theme,
): void {
  const point = data.series[series]?.points[index];
  if (!point) return;
  const isStacked = data.arrangement === 'stacked';
  const toY = (value: number): number => scales['y']?.getPixelForValue(value) ?? 0;
  const offset = isStacked ? 0 : (series - (data.series.length - 1) / 2) * pitch;
  const x = (scales['x']?.getPixelForValue(index + 0.5) ?? 0) + offset;
  const isMissing = point.value === null;
  const style = isMissing ? NAME_STYLE : VALUE_STYLE;
  const width = measureTextWidth(point.text, style);
  prepareText(ctx, style);
  ctx.fillStyle = isMissing ? theme.colours.soft : theme.colours.ink;
  if (isStacked) {
    const sum = (count: number): number =>
      data.series.slice(0, count).reduce((total, { points }) => total + (points[index]?.value ?? 0), 0);
    const [start, end] = [toY(sum(series)), toY(sum(series + 1))];
    if (isMissing) {
      const missing = data.series.filter(({ points }) => points[index]?.value === null);
      const at = missing.indexOf(
        data.series[series] ?? missing[0] ?? { label: '', isPale: false, points: [] },
      );
      ctx.fillText(point.text, x - width / 2, toY(sum(data.series.length)) - 7 - at * 11);
    } else if (isLabelled && start - end >= 12 && width <= pitch - 3) {
      ctx.fillStyle = shades[series]?.text ?? theme.colours.ink;
      ctx.fillText(point.text, x - width / 2, (start + end) / 2);
    }
    return;
  }
  if (isMissing) {
    ctx.fillText(point.text, x - width / 2, toY(0) - 7);
    return;
  }
  const value = point.value ?? 0;
  if (point.interval)
    drawInterval(ctx, [toY(point.interval[0]), toY(point.interval[1])], x, theme, 'vertical');
  if (!isLabelled) return;
  const ends = [toY(value), ...(point.interval ?? []).map(toY)];
  prepareText(ctx, VALUE_STYLE);
  ctx.fillStyle = theme.colours.ink;
  const target = data.target ? toY(data.target.value) : null;
  ctx.fillText(point.text, x - width / 2, placeValue(ends, value < 0, target));
}

/** The distance from a line to the middle of the value over or under it, in points. */
const OVER_LINE = 7;
const UNDER_LINE = 8;

/** Returns where the value of a column stands: clear of its end, and of the line of the target. */
function placeValue(ends: readonly number[], isBelow: boolean, target: number | null): number {
  const place = (line: number): number => (isBelow ? line + UNDER_LINE : line - OVER_LINE);
  const y = place(isBelow ? Math.max(...ends) : Math.min(...ends));
  return target !== null && Math.abs(y - target) < OVER_LINE ? place(target) : y;
}

function drawRowTarget(
  { ctx, scales }: Chart,
  { series, arrangement }: BarChart,
  { target, index }: { target: number; index: number },
  { pitch }: MarkLayout,
  { colours }: Theme,
): void {
  const x = scales['x']?.getPixelForValue(index + 0.5) ?? 0;
  const y = scales['y']?.getPixelForValue(target) ?? 0;
  const half = (pitch * (arrangement === 'stacked' ? 1 : series.length)) / 2 + 2;
  strokeTarget(ctx, colours.ink, [x - half, y], [x + half, y]);
}

/** Draws the line of the target over the columns, with its words to the right of the plot. */
function drawTarget(
  { ctx, chartArea, scales }: Chart,
  value: number,
  lines: readonly string[],
  { colours }: Theme,
): void {
  const y = scales['y']?.getPixelForValue(value) ?? 0;
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1.1;
  ctx.setLineDash([...VALUE_LINE_DASHES.target]);
  strokeLine(ctx, [chartArea.left, y], [chartArea.right, y]);
  ctx.setLineDash([]);
  prepareText(ctx, SMALL_STYLE);
  ctx.fillStyle = colours.ink;
  for (const [index, line] of lines.entries())
    ctx.fillText(line, chartArea.right + TARGET_GAP - 2, y + (index - (lines.length - 1) / 2) * NAME_LINE);
}

/** Draws the names below their columns. */
function drawNames(names: readonly string[][], { colours }: Theme): Plugin {
  return {
    id: 'names',
    afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
      drawAside(ctx, () => {
        prepareText(ctx, NAME_STYLE);
        ctx.fillStyle = colours.ink;
        for (const [index, lines] of names.entries())
          for (const [row, line] of lines.entries()) {
            const x = scales['x']?.getPixelForValue(index + 0.5) ?? 0;
            const width = measureTextWidth(line, NAME_STYLE);
            const left = Math.min(Math.max(0, x - width / 2), chartArea.right + 4 - width);
            ctx.fillText(line, left, chartArea.bottom + 9 + row * NAME_LINE);
          }
      });
    },
  };
}
