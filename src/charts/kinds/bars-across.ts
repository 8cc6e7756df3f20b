import type { Chart, ChartDataset, Plugin } from 'chart.js';
import type { BarChart, BarSeries } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { chooseShades, type BarShade } from '../bar-shades.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { drawKey, placeKey, type KeyEntry } from '../chart-key.js';
import { NAME_STYLE, PAPER, SMALL_STYLE, VALUE_STYLE } from '../chart-style.js';
import { joinFrames, type ConfiguredChart, type Frame } from '../configured-chart.js';
import { nameAxisUnit } from '../grid/format-grid-value.js';
import { fitLines } from '../fit-text.js';
import { measureTextWidth } from '../measure-text.js';
import { traceWhisker } from '../trace-whisker.js';
import { chooseScale, type ValueScale } from '../value-scale.js';
import { drawRowWords, measureBeside } from './draw-row-words.js';
import { drawValueLines, LINE_WORDS_HEIGHT } from './draw-value-line.js';
import { placeRows, type PlacedRow } from './place-rows.js';
import { strokeTarget } from './stroke-target.js';

/** The height of a bar alone, of one of several series, and of one in many rows. Points. */
const BAR = 11;
const BAR_OF_SEVERAL = 9.5;
const BAR_OF_MANY = 8;

/** The distance between the bars of several series. Points. */
const BAR_PITCH = 11.5;

/** More rows than these lie close together. */
const MANY_ROWS = 22;

/** The space between a name and the plot, and between a bar and its value. Points. */
const NAME_GAP = 10;
const VALUE_GAP = 4;

/** The height of the labels of the axis, and of the name of its unit. Points. */
const AXIS_HEIGHT = 16;
const UNIT_HEIGHT = 12;

/** Configures horizontal bars, with the values at their ends or on an axis. */
export function configureAcross(data: BarChart, theme: Theme, width: number, frame: Frame): ConfiguredChart {
  const { series, isLabelled } = data;
  const isStacked = data.arrangement === 'stacked';
  const hasAxis = isStacked || !isLabelled;
  const beside = measureBeside(data.beside, data.rows);
  const isSeveral = series.length > 1 && !isStacked;
  const placed = placeRows(data.rows, {
    chartWidth: width,
    markHeight: isSeveral ? series.length * BAR_PITCH : BAR,
    gap: isSeveral ? 6 : data.rows.length > MANY_ROWS ? 1 : 6,
  });
  const scale = findScale(data, hasAxis);
  const own = { ...measureValues(data, hasAxis, width), beside: beside.width };
  const sides = joinFrames(frame, {
    left: placed.nameWidth + NAME_GAP + own.left,
    right: Math.max(own.right, 2) + own.beside,
  });
  const plot = { left: sides.left, right: width - sides.right };
  const toX = (value: number): number =>
    plot.left + ((value - scale.min) / (scale.max - scale.min)) * (plot.right - plot.left);
  const shades = chooseShades(series, theme);
  const names = nameSeriesDirectly(data, toX, width - own.beside);
  const key = placeKey(
    names || series.length === 1 ? listTargetKey(data, theme) : listKey(data, shades, theme),
    width,
  );
  const hasWordsAbove =
    data.target !== null || data.ends !== null || data.beside.length > 0 || (names && isStacked);
  const top = key.height + (hasWordsAbove ? LINE_WORDS_HEIGHT : 2);
  const unit = nameAxisUnit(data.unit);
  const bottom = (hasAxis ? AXIS_HEIGHT : 2) + (unit === null ? 0 : UNIT_HEIGHT);
  return {
    height: top + placed.height + bottom,
    frame: sides,
    config: {
      type: 'bar',
      data: {
        datasets: series.map((one, index) =>
          configureSeries(one, shades[index], placed.rows, isStacked, isSeveral),
        ),
      },
      options: {
        indexAxis: 'y',
        parsing: false,
        layout: { padding: { left: sides.left, right: sides.right, top, bottom } },
        scales: {
          x: { display: false, min: scale.min, max: scale.max, stacked: isStacked },
          y: {
            type: 'linear',
            display: false,
            offset: false,
            reverse: true,
            min: 0,
            max: Math.max(1, placed.height),
            stacked: isStacked,
          },
        },
      },
      plugins: [
        drawRowWords(placed.rows, beside, width, theme),
        ...(hasAxis ? [drawHorizontalAxis(scale, theme)] : []),
        drawZero(data, theme),
        ...(unit === null ? [] : [drawUnit(unit, bottom, theme)]),
        ...(data.target ? [drawValueLines([data.target], theme)] : []),
        ...(data.ends ? [drawEnds(data.ends, theme)] : []),
        drawMarks(data, { rows: placed.rows, shades, names, isSeveral }, theme),
        drawKey(key, theme),
      ],
    },
  };
}

/** Finds the ends of the axis. Without labels at the axis, they are those of the values. */
function findScale(data: BarChart, hasAxis: boolean): ValueScale {
  const values = listValues(data);
  const scale = chooseScale(values, data.unit);
  if (hasAxis) return scale;
  const [min, max] = [Math.min(0, ...values), Math.max(0, ...values)];
  return min === max ? scale : { ...scale, min, max };
}

/** Lists every value that the axis must have: bars, their intervals, sums of stacks, and targets. */
export function listValues({ series, rows, arrangement, target }: BarChart): number[] {
  const ends = series.flatMap(({ points }) =>
    points.flatMap(({ value, interval }) => [value ?? 0, ...(interval ?? [])]),
  );
  const sums = rows.map((_row, index) =>
    series.reduce((total, { points }) => total + (points[index]?.value ?? 0), 0),
  );
  const targets = [...rows.flatMap((row) => row.target ?? []), ...(target ? [target.value] : [])];
  return [0, ...(arrangement === 'stacked' ? sums : ends), ...targets];
}

/** Measures the room for values beyond both ends of the plot. */
function measureValues(data: BarChart, hasAxis: boolean, width: number): Frame {
  const { series } = data;
  const points = series.flatMap((one) => one.points);
  const measure = (isLeft: boolean): number =>
    Math.max(
      0,
      ...points
        .filter(({ value }) => value !== null && value < 0 === isLeft)
        .map(({ text }) => measureTextWidth(text, VALUE_STYLE) + VALUE_GAP + 2),
    );
  const missing = points
    .filter(({ value }) => value === null)
    .map(({ text }) => measureTextWidth(text, NAME_STYLE) + VALUE_GAP);
  if (hasAxis) return { left: 0, right: Math.max(12, measureMissingParts(data, width)) };
  return {
    left: measure(true),
    right: Math.max(
      measure(false),
      points.some(({ value }) => (value ?? 0) > 0) ? 0 : Math.max(0, ...missing),
    ),
  };
}

function configureSeries(
  { label, points }: BarSeries,
  shade: BarShade | undefined,
  rows: readonly PlacedRow[],
  isStacked: boolean,
  isSeveral: boolean,
): ChartDataset<'bar'> {
  return {
    label,
    // Chart.js leaves out a bar whose value is null.
    data: rows.map(({ y, index }) => ({ x: points[index]?.value ?? null, y })) as unknown as number[],
    backgroundColor: shade?.fill ?? PAPER,
    borderColor: shade?.outline ?? PAPER,
    borderWidth: 0.8,
    borderSkipped: false,
    barThickness: isSeveral ? BAR_PITCH : BAR,
    maxBarThickness: isSeveral ? BAR_OF_SEVERAL : rows.length > MANY_ROWS ? BAR_OF_MANY : BAR,
    ...(isStacked && { stack: 'all' }),
  };
}

/** The names of series, written at the marks instead of a key: beside the values of a row, or over the parts of the first. */
type DirectNames = { kind: 'beside'; row: number } | { kind: 'above'; row: number } | null;

/** Rows further down are too far from the eye for the names of series. */
const FIRST_ROWS = 3;

function nameSeriesDirectly(data: BarChart, toX: (value: number) => number, right: number): DirectNames {
  const { series, rows, arrangement, isLabelled, target } = data;
  if (series.length < 2) return null;
  if (arrangement === 'stacked') {
    let total = 0;
    const fits = series.every(({ label, points }) => {
      const start = total;
      total += points[0]?.value ?? 0;
      return measureTextWidth(label, NAME_STYLE) + 6 <= toX(total) - toX(start);
    });
    return fits && target === null && rows[0]?.heading === null ? { kind: 'above', row: 0 } : null;
  }
  if (!isLabelled) return null;
  const row = rows.slice(0, FIRST_ROWS).findIndex((_row, index) =>
    series.every(({ label, points }) => {
      const { value = null, text = '', interval } = points[index] ?? {};
      if (value === null || value < 0) return false;
      const end =
        toX(Math.max(value, interval?.[1] ?? value)) + VALUE_GAP + measureTextWidth(text, VALUE_STYLE);
      return end + 6 + measureTextWidth(label, NAME_STYLE) <= right;
    }),
  );
  return row < 0 ? null : { kind: 'beside', row };
}

export function listKey(data: BarChart, shades: readonly BarShade[], theme: Theme): KeyEntry[] {
  return [
    ...data.series.flatMap(({ label }, index) => {
      const shade = shades[index];
      return shade ? [{ swatch: { kind: 'box' as const, shade }, text: label }] : [];
    }),
    ...listTargetKey(data, theme),
  ];
}

export function listTargetKey({ targetName }: BarChart, { colours }: Theme): KeyEntry[] {
  return targetName === null ? [] : [{ swatch: { kind: 'tick', colour: colours.ink }, text: targetName }];
}

/** Draws gridlines with their values below the plot. */
export function drawHorizontalAxis({ ticks }: ValueScale, { colours }: Theme): Plugin {
  return {
    id: 'axis',
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      drawAside(ctx, () => {
        prepareText(ctx, SMALL_STYLE);
        ctx.textAlign = 'center';
        for (const { value, text } of ticks) {
          const x = scales['x']?.getPixelForValue(value) ?? 0;
          ctx.strokeStyle = colours.hairline;
          ctx.lineWidth = 0.6;
          strokeLine(ctx, [x, chartArea.top], [x, chartArea.bottom]);
          ctx.fillStyle = colours.soft;
          ctx.fillText(text, x, chartArea.bottom + 9);
        }
      });
    },
  };
}

/** Draws the line of zero, from which all bars start. */
function drawZero({ rows }: BarChart, { colours }: Theme): Plugin {
  return {
    id: 'zero',
    afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
      if (rows.length === 0) return;
      const x = scales['x']?.getPixelForValue(0) ?? chartArea.left;
      drawAside(ctx, () => {
        ctx.strokeStyle = colours.soft;
        ctx.lineWidth = 0.9;
        strokeLine(ctx, [x, chartArea.top], [x, chartArea.bottom]);
      });
    },
  };
}

/** Draws the name of the unit at the right end below the plot. */
export function drawUnit(unit: string, bottom: number, { colours }: Theme): Plugin {
  return {
    id: 'unit',
    afterDatasetsDraw: ({ ctx, chartArea }) => {
      drawAside(ctx, () => {
        prepareText(ctx, SMALL_STYLE);
        ctx.fillStyle = colours.soft;
        ctx.fillText(`Unit: ${unit}`, chartArea.left, chartArea.bottom + bottom - 6);
      });
    },
  };
}

/** Draws the words for both sides of zero above the plot. */
function drawEnds({ below, above }: NonNullable<BarChart['ends']>, { colours }: Theme): Plugin {
  return {
    id: 'ends',
    afterDatasetsDraw: ({ ctx, chartArea, scales, width }) => {
      const x = scales['x']?.getPixelForValue(0) ?? chartArea.left;
      drawAside(ctx, () => {
        prepareText(ctx, SMALL_STYLE);
        ctx.fillStyle = colours.ink;
        const [left, right] = [below, above].map((text) => measureTextWidth(text, SMALL_STYLE));
        ctx.fillText(below, Math.max(0, x - 6 - (left ?? 0)), chartArea.top - 8);
        ctx.fillText(above, Math.min(x + 6, width - (right ?? 0)), chartArea.top - 8);
      });
    },
  };
}

interface MarkLayout {
  rows: readonly PlacedRow[];
  shades: readonly BarShade[];
  names: DirectNames;
  isSeveral: boolean;
}

/** Draws what belongs to single bars: intervals, values, marks of missing figures, targets and the names of series. */
function drawMarks(data: BarChart, layout: MarkLayout, theme: Theme): Plugin {
  return {
    id: 'marks',
    afterDatasetsDraw: (chart) => {
      drawAside(chart.ctx, () => {
        for (const [index, series] of data.series.entries())
          for (const row of layout.rows) drawPoint(chart, data, { series, index, row }, layout, theme);
        for (const row of layout.rows) drawRowTarget(chart, data, row, layout, theme);
      });
    },
  };
}

interface MarkPlace {
  series: BarSeries;
  index: number;
  row: PlacedRow;
}

function drawPoint(
  chart: Chart,
  data: BarChart,
  { series, index, row }: MarkPlace,
  layout: MarkLayout,
  theme: Theme,
): void {
  const { ctx, chartArea, scales } = chart;
  const point = series.points[row.index];
  if (!point) return;
  const toX = (value: number): number => scales['x']?.getPixelForValue(value) ?? 0;
  const offset = layout.isSeveral ? (index - (data.series.length - 1) / 2) * BAR_PITCH : 0;
  const y = chartArea.top + row.y + offset;
  if (data.arrangement === 'stacked') {
    drawPart(ctx, data, { series, index, row }, { toX, y, top: chartArea.top }, layout, theme);
    return;
  }
  if (point.value === null) {
    prepareText(ctx, NAME_STYLE);
    ctx.fillStyle = theme.colours.soft;
    ctx.fillText(point.text, toX(0) + VALUE_GAP, y);
    return;
  }
  if (point.interval) drawInterval(ctx, [toX(point.interval[0]), toX(point.interval[1])], y, theme);
  const width = measureTextWidth(point.text, VALUE_STYLE);
  const ends = [toX(point.value), ...(point.interval ?? []).map(toX)];
  const target = data.rows[row.index]?.target ?? null;
  // The value is clear of a target just after its bar.
  if (
    target !== null &&
    toX(target) >= Math.max(...ends) &&
    toX(target) < Math.max(...ends) + width + 2 * VALUE_GAP
  )
    ends.push(toX(target) + 1);
  const left = point.value < 0 ? Math.min(...ends) - VALUE_GAP - width : Math.max(...ends) + VALUE_GAP;
  ctx.fillStyle = theme.colours.ink;
  if (data.isLabelled) {
    prepareText(ctx, VALUE_STYLE);
    ctx.fillText(point.text, left, y);
  }
  if (layout.names?.kind === 'beside' && layout.names.row === row.index) {
    prepareText(ctx, NAME_STYLE);
    ctx.fillText(series.label, left + width + 6, y);
  }
}

/** Draws the value within a part of a stacked bar if it fits, and the name of its series over it. */
function drawPart(
  ctx: CanvasRenderingContext2D,
  data: BarChart,
  { series, index, row }: MarkPlace,
  { toX, y, top }: { toX: (value: number) => number; y: number; top: number },
  { shades, names }: MarkLayout,
  { colours }: Theme,
): void {
  const before = data.series
    .slice(0, index)
    .reduce((total, { points }) => total + (points[row.index]?.value ?? 0), 0);
  const { value = null, text = '' } = series.points[row.index] ?? {};
  const [start, end] = [toX(before), toX(before + (value ?? 0))];
  const width = measureTextWidth(text, VALUE_STYLE);
  if (value !== null && data.isLabelled && width + 4 <= end - start) {
    prepareText(ctx, VALUE_STYLE);
    ctx.fillStyle = shades[index]?.text ?? colours.ink;
    ctx.fillText(text, (start + end - width) / 2, y);
  }
  if (index === 0 && data.series.every(({ points }) => points[row.index]?.value === 0)) {
    prepareText(ctx, VALUE_STYLE);
    ctx.fillStyle = colours.ink;
    ctx.fillText(text, start + VALUE_GAP, y);
  }
  if (value === null) drawMissingParts(ctx, data, { series, index, row }, { toX, y }, colours);
  if (names?.kind === 'above' && row.index === names.row) {
    prepareText(ctx, NAME_STYLE);
    ctx.fillStyle = colours.ink;
    ctx.fillText(series.label, start + 1, top - 7);
  }
}

/** Measures the room that the words on missing parts need beyond the plot. At least a third of the width is plot. */
function measureMissingParts(data: BarChart, width: number): number {
  const sums = data.rows.map((_row, index) => addUp(data, index));
  const most = Math.max(...sums, 0) || 1;
  const rooms = data.rows.map((_row, index) => {
    const words = nameMissingParts(data, index);
    if (words === null) return 0;
    return (
      measureTextWidth(words, SMALL_STYLE) + VALUE_GAP + 2 - (1 - (sums[index] ?? 0) / most) * (width / 3)
    );
  });
  return Math.max(0, ...rooms);
}

function addUp({ series }: BarChart, row: number): number {
  return series.reduce((total, { points }) => total + (points[row]?.value ?? 0), 0);
}

/** Names the missing parts of a bar: "+ Upheld [c]". Null if none is missing. */
function nameMissingParts({ series }: BarChart, row: number): string | null {
  const missing = series.filter(({ points }) => points[row]?.value === null);
  if (missing.length === 0) return null;
  const words = missing.map(({ label, points }) => `${label} ${points[row]?.text ?? ''}`);
  return fitLines(`+ ${words.join(', ')}`, MOST_MISSING, SMALL_STYLE, 1)[0] ?? '';
}

/** The widest words on missing parts, in points. */
const MOST_MISSING = 150;

/** Names the missing parts of a bar at its end. The first missing part writes for all. */
function drawMissingParts(
  ctx: CanvasRenderingContext2D,
  data: BarChart,
  { index, row }: MarkPlace,
  { toX, y }: { toX: (value: number) => number; y: number },
  colours: Theme['colours'],
): void {
  const first = data.series.findIndex(({ points }) => points[row.index]?.value === null);
  if (first !== index) return;
  prepareText(ctx, SMALL_STYLE);
  ctx.fillStyle = colours.soft;
  ctx.fillText(nameMissingParts(data, row.index) ?? '', toX(addUp(data, row.index)) + VALUE_GAP, y);
}

/** Draws an interval. Its bar is light enough to show it. */
export function drawInterval(
  ctx: CanvasRenderingContext2D,
  ends: [number, number],
  position: number,
  { colours }: Theme,
  direction: 'horizontal' | 'vertical' = 'horizontal',
): void {
  traceWhisker(ctx, { direction, position, ends }, 3);
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1.1;
  ctx.stroke();
}

/** Draws the target of a row across its bars. */
function drawRowTarget(
  { ctx, chartArea, scales }: Chart,
  { rows, series }: BarChart,
  row: PlacedRow,
  { isSeveral }: MarkLayout,
  { colours }: Theme,
): void {
  const target = rows[row.index]?.target ?? null;
  if (target === null) return;
  const x = scales['x']?.getPixelForValue(target) ?? 0;
  const half = (isSeveral ? series.length * BAR_PITCH : BAR) / 2 + 1.5;
  const y = chartArea.top + row.y;
  strokeTarget(ctx, colours.ink, [x, y - half], [x, y + half]);
}
