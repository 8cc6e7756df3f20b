import type { Chart, Plugin } from 'chart.js';
import type { Point, RangeChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { drawKey, placeKey, type KeyEntry } from '../chart-key.js';
import { NAME_STYLE, PAPER, SMALL_STYLE, VALUE_STYLE } from '../chart-style.js';
import { joinFrames, type ConfiguredChart, type Frame } from '../configured-chart.js';
import { nameAxisUnit } from '../grid/format-grid-value.js';
import { mixWithWhite } from '../mix-colours.js';
import { measureTextWidth } from '../measure-text.js';
import { traceWhisker } from '../trace-whisker.js';
import { chooseScale } from '../value-scale.js';
import { drawHorizontalAxis, drawUnit } from './bars-across.js';
import { drawRowWords, measureBeside } from './draw-row-words.js';
import { drawValueLines, LINE_WORDS_HEIGHT } from './draw-value-line.js';
import { placeRows, type PlacedRow } from './place-rows.js';

/** The height of a row of one dot, of two, and of two of which one is above the other. Points. */
const ONE_DOT = 11;
const TWO_DOTS = 11;
const TWO_SHIFTED_DOTS = 17;

/** More rows than these lie close together. */
const MANY_ROWS = 22;

const RADIUS = 3.4;
/** Half the height of the ends of an interval. They reach over the dot, so that a short interval stays visible. */
const WHISKER_FOOT = 4;
/** A smaller dot leaves a short interval visible. */
const RADIUS_ON_INTERVAL = 2.3;
/** The share of white in the line between two dots with intervals. */
const PALE_SHARE = 0.65;
const VALUE_GAP = 4;
const AXIS_HEIGHT = 16;
const UNIT_HEIGHT = 12;
const NAME_GAP = 12;

/** Configures one dot for each row with its interval, or two dots that a line joins. */
export function configureRanges(
  data: RangeChart,
  theme: Theme,
  width: number,
  frame: Frame,
): ConfiguredChart {
  const isPair = data.series.length > 1;
  const beside = measureBeside(data.beside, data.rows);
  const placed = placeRows(data.rows, {
    chartWidth: width,
    markHeight: isPair ? (isShifted(data) ? TWO_SHIFTED_DOTS : TWO_DOTS) : ONE_DOT,
    gap: data.rows.length > MANY_ROWS ? 1 : isPair ? 7 : 5,
    gapBefore: data.gap?.before,
  });
  const points = data.rows.flatMap((row) => row.points);
  const scale = chooseScale(listValues(data), data.unit, { mayStartLater: true });
  const valueWidth =
    Math.max(0, ...points.map(({ text }) => measureTextWidth(text, VALUE_STYLE))) + VALUE_GAP;
  const sides = joinFrames(frame, {
    left: placed.nameWidth + NAME_GAP + (isPair ? valueWidth : 4),
    right: valueWidth + RADIUS + 2 + beside.width,
  });
  const key = placeKey(listKey(data, theme), width);
  const unit = nameAxisUnit(data.unit);
  const isLate = scale.min > 0;
  const top = key.height + (data.lines.length > 0 || beside.columns.length > 0 ? LINE_WORDS_HEIGHT : 4);
  const bottom = AXIS_HEIGHT + (unit !== null || isLate ? UNIT_HEIGHT : 0);
  return {
    height: top + placed.height + bottom,
    frame: sides,
    config: {
      type: 'line',
      data: {
        datasets: data.series.map((label, index) => ({
          label,
          data: placed.rows.map((row) => ({
            x: data.rows[row.index]?.points[index]?.value ?? NaN,
            y: row.y + shiftPoint(index, data),
          })),
          showLine: false,
          pointRadius: data.hasIntervals ? RADIUS_ON_INTERVAL : RADIUS,
          pointBorderWidth: 1.3,
          pointBorderColor: theme.colours.accent,
          pointBackgroundColor: isPair && index === 0 ? PAPER : theme.colours.accent,
          clip: false as const,
        })),
      },
      options: {
        parsing: false,
        layout: { padding: { left: sides.left, right: sides.right, top, bottom } },
        scales: {
          x: { type: 'linear', display: false, min: scale.min, max: scale.max },
          y: { type: 'linear', display: false, reverse: true, min: 0, max: Math.max(1, placed.height) },
        },
      },
      plugins: [
        drawRowWords(placed.rows, beside, width, theme),
        drawHorizontalAxis(scale, theme),
        ...(unit === null && !isLate
          ? []
          : [drawUnitOrStart(unit, isLate ? (scale.ticks[0]?.text ?? '') : null, bottom, theme)]),
        drawValueLines(data.lines, theme),
        drawRanges(data, placed.rows, theme),
        drawValues(data, placed.rows, theme),
        drawKey(key, theme),
      ],
    },
  };
}

function listValues({ rows, lines }: RangeChart): number[] {
  const points = rows.flatMap((row) => row.points);
  const ends = points.flatMap(({ value, interval }) => [
    ...(value === null ? [] : [value]),
    ...(interval ?? []),
  ]);
  return [...ends, ...rows.flatMap(({ target }) => target ?? []), ...lines.map(({ value }) => value)];
}

/** Returns true if the earlier dots are above and the later below, because the intervals of a row would cover each other. */
function isShifted({ rows }: RangeChart): boolean {
  return rows.some(({ points }) => hasOverlappingIntervals(points));
}

function shiftPoint(index: number, data: RangeChart): number {
  if (!isShifted(data)) return 0;
  return index === 0 ? -4 : 4;
}

function hasOverlappingIntervals([first, second]: readonly Point[]): boolean {
  if (!first?.interval || !second?.interval) return false;
  return first.interval[0] < second.interval[1] && second.interval[0] < first.interval[1];
}

function listKey({ series, targetName }: RangeChart, { colours }: Theme): KeyEntry[] {
  const [from, to] = series;
  return [
    ...(from !== undefined && to !== undefined
      ? [
          { swatch: { kind: 'ring' as const, colour: colours.accent }, text: from },
          { swatch: { kind: 'dot' as const, colour: colours.accent }, text: to },
        ]
      : []),
    ...(targetName === null
      ? []
      : [{ swatch: { kind: 'tick' as const, colour: colours.ink }, text: targetName }]),
  ];
}

/** Draws the unit, and says where an axis starts that does not start at zero. */
function drawUnitOrStart(unit: string | null, start: string | null, bottom: number, theme: Theme): Plugin {
  if (start === null) return drawUnit(unit ?? '', bottom, theme);
  const words = `The axis starts at ${start}, not at 0.`;
  return {
    id: 'start',
    afterDatasetsDraw: ({ ctx, chartArea }) => {
      drawAside(ctx, () => {
        prepareText(ctx, SMALL_STYLE);
        ctx.fillStyle = theme.colours.soft;
        ctx.fillText(
          unit === null ? words : `Unit: ${unit}. ${words}`,
          chartArea.left,
          chartArea.bottom + bottom - 6,
        );
      });
    },
  };
}

/** Draws intervals, the lines between two dots, targets, and the words in the gap. */
function drawRanges(data: RangeChart, rows: readonly PlacedRow[], theme: Theme): Plugin {
  return {
    id: 'ranges',
    beforeDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      drawAside(ctx, () => {
        for (const row of rows) {
          const { points = [], target = null } = data.rows[row.index] ?? {};
          drawGuide(chart, row, points, theme);
          drawLink(chart, data, row, points, theme);
          for (const [index, { interval }] of points.entries())
            if (interval) drawWhisker(chart, interval, row.y + shiftPoint(index, data), theme);
          if (target !== null) drawTarget(chart, target, row, theme);
        }
        const next = rows.find(({ index }) => index === data.gap?.before);
        if (!data.gap || !next) return;
        prepareText(ctx, SMALL_STYLE);
        ctx.fillStyle = theme.colours.soft;
        ctx.fillText(data.gap.text, 0, chartArea.top + next.y - ONE_DOT - 3);
      });
    },
  };
}

/** Draws faint dots that lead from the name to the first mark of the row. */
function drawGuide(
  { ctx, chartArea, scales }: Chart,
  { y }: PlacedRow,
  points: readonly Point[],
  { colours }: Theme,
): void {
  const ends = points.flatMap(({ value, interval }) => [
    ...(value === null ? [] : [value]),
    ...(interval ?? []),
  ]);
  if (ends.length === 0) return;
  const end = (scales['x']?.getPixelForValue(Math.min(...ends)) ?? 0) - RADIUS - VALUE_GAP;
  if (end <= chartArea.left) return;
  ctx.strokeStyle = colours.rule;
  ctx.lineWidth = 0.8;
  ctx.setLineDash([0.8, 2.6]);
  strokeLine(ctx, [chartArea.left, chartArea.top + y], [end, chartArea.top + y]);
  ctx.setLineDash([]);
}

function drawLink(
  { ctx, chartArea, scales }: Chart,
  data: RangeChart,
  { y }: PlacedRow,
  [from, to]: readonly Point[],
  { colours }: Theme,
): void {
  // No line leads across a break, or to a figure that is missing.
  if (!from || !to || from.value === null || to.value === null || to.startsSeries === true) return;
  const toX = (value: number): number => scales['x']?.getPixelForValue(value) ?? 0;
  // A pale line leaves the intervals on it visible.
  const isPale = data.hasIntervals && !isShifted(data);
  ctx.strokeStyle = isPale ? mixWithWhite(colours.accent, PALE_SHARE) : colours.accent;
  ctx.lineWidth = isPale ? 3.4 : 1.6;
  strokeLine(
    ctx,
    [toX(from.value), chartArea.top + y + shiftPoint(0, data)],
    [toX(to.value), chartArea.top + y + shiftPoint(1, data)],
  );
}

function drawWhisker(
  { ctx, chartArea, scales }: Chart,
  interval: readonly [number, number],
  y: number,
  { colours }: Theme,
): void {
  const toX = (value: number): number => scales['x']?.getPixelForValue(value) ?? 0;
  const ends: [number, number] = [toX(interval[0]), toX(interval[1])];
  traceWhisker(ctx, { direction: 'horizontal', position: chartArea.top + y, ends }, WHISKER_FOOT);
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1;
  ctx.stroke();
}

function drawTarget(
  { ctx, chartArea, scales }: Chart,
  target: number,
  { y }: PlacedRow,
  { colours }: Theme,
): void {
  const x = scales['x']?.getPixelForValue(target) ?? 0;
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 2;
  strokeLine(ctx, [x, chartArea.top + y - 6], [x, chartArea.top + y + 6]);
}

/** Draws the value after each dot and its interval. Of two dots, the left one has it on its left. */
function drawValues(data: RangeChart, rows: readonly PlacedRow[], theme: Theme): Plugin {
  return {
    id: 'values',
    afterDatasetsDraw: (chart) => {
      drawAside(chart.ctx, () => {
        for (const row of rows) drawRowValues(chart, data, row, theme);
      });
    },
  };
}

function drawRowValues(
  { ctx, chartArea, scales }: Chart,
  data: RangeChart,
  row: PlacedRow,
  { colours }: Theme,
): void {
  const points = data.rows[row.index]?.points ?? [];
  const toX = (value: number): number => scales['x']?.getPixelForValue(value) ?? 0;
  const values = points.flatMap(({ value }) => value ?? []);
  for (const [index, { value, text, interval }] of points.entries()) {
    const isMissing = value === null;
    const style = isMissing ? NAME_STYLE : VALUE_STYLE;
    const width = measureTextWidth(text, style);
    const other = points[1 - index]?.value ?? null;
    const isLeft =
      points.length > 1 &&
      (isMissing
        ? index === 0
        : values.length < 2
          ? index === 0
          : value < (other ?? value) || (value === other && index === 0));
    const ends = isMissing ? [] : [toX(value), ...(interval ?? []).map(toX)];
    // The value is clear of a target just after its dot.
    const target = data.rows[row.index]?.target ?? null;
    const end = Math.max(...ends, -Infinity);
    if (target !== null && toX(target) > end - RADIUS && toX(target) < end + RADIUS + width + 2 * VALUE_GAP)
      ends.push(toX(target));
    const x = isMissing
      ? isLeft
        ? chartArea.left - VALUE_GAP - width
        : chartArea.left + VALUE_GAP
      : isLeft
        ? Math.min(...ends) - RADIUS - VALUE_GAP - width
        : Math.max(...ends) + (interval ? 0 : RADIUS) + VALUE_GAP;
    const y = chartArea.top + row.y + shiftPoint(index, data);
    prepareText(ctx, style);
    ctx.fillStyle = PAPER;
    ctx.fillRect(x - 1, y - 5.5, width + 2, 11);
    ctx.fillStyle = isMissing || (points.length > 1 && index === 0) ? colours.soft : colours.ink;
    ctx.fillText(text, x, y);
  }
}
