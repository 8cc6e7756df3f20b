import type { Chart, Plugin } from 'chart.js';
import type { ControlChart, ControlLine } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { SMALL_STYLE } from '../chart-style.js';
import { measureTextWidth } from '../measure-text.js';
import { spreadLabels } from '../spread-labels.js';

/** The distance from label to label, in points. */
const LABEL_LINE_HEIGHT = 11.5;
/** The distance from the plot to the labels, in points. */
const LABEL_OFFSET = 16;

/** The dashes and gaps of each line, in points. */
export const LINE_DASHES = {
  mean: [],
  limit: [4, 2.5],
  target: [1.2, 2.4],
} as const satisfies Record<ControlLine['kind'], readonly number[]>;
export const LINE_WIDTHS = { mean: 0.9, limit: 0.9, target: 1.6 } as const satisfies Record<
  ControlLine['kind'],
  number
>;

/** Returns the lines that are named at the right of the plot: those of the latest phase, and the target. */
export function listNamedLines({ phases, target }: ControlChart): ControlLine[] {
  return [...(phases.at(-1)?.lines ?? []), ...(target ? [target] : [])];
}

/** Draws the mean and the limits of each phase, and the target through all of them. */
export function drawControlLines(data: ControlChart, theme: Theme): Plugin {
  return {
    id: 'limits',
    beforeDatasetsDraw: (chart) => {
      drawAside(chart.ctx, () => {
        drawPhases(chart, data.phases, theme);
        const { left, right } = chart.chartArea;
        if (data.target) drawLine(chart, data.target, [left, right], theme);
        drawNames(chart, listNamedLines(data), theme);
      });
    },
  };
}

function drawPhases(chart: Chart, phases: ControlChart['phases'], theme: Theme): void {
  const { left, right } = chart.chartArea;
  let headingsEnd = left;
  for (const [index, { lines, start, heading }] of phases.entries()) {
    const next = phases[index + 1];
    const ends = [
      index === 0 ? left : findEdge(chart, start),
      next ? findEdge(chart, next.start) : right,
    ] as const;
    for (const line of lines) drawLine(chart, line, ends, theme);
    if (index > 0 && heading !== null) headingsEnd = drawBoundary(chart, ends, heading, headingsEnd, theme);
  }
}

/** Finds the middle between a month and the one before it. */
function findEdge({ scales }: Chart, start: number): number {
  const axis = scales['x'];
  return axis ? (axis.getPixelForValue(start - 1) + axis.getPixelForValue(start)) / 2 : 0;
}

function drawLine(
  { ctx, scales }: Chart,
  { kind, value }: ControlLine,
  [left, right]: readonly [number, number],
  { colours }: Theme,
): void {
  const y = scales['y']?.getPixelForValue(value) ?? 0;
  ctx.strokeStyle = kind === 'target' ? colours.ink : colours.soft;
  ctx.lineWidth = LINE_WIDTHS[kind];
  ctx.setLineDash([...LINE_DASHES[kind]]);
  strokeLine(ctx, [left, y], [right, y]);
  ctx.setLineDash([]);
}

/**
 * Draws the start of new limits, with the month above the plot: right of the start, or left of it at the plot's end. Where
 * there is no room, only the note has the month. Returns the right end of the texts so far.
 */
function drawBoundary(
  { ctx, chartArea }: Chart,
  [x, end]: readonly [number, number],
  heading: string,
  headingsEnd: number,
  { colours }: Theme,
): number {
  ctx.strokeStyle = colours.rule;
  ctx.lineWidth = 0.9;
  strokeLine(ctx, [x, chartArea.top - 10], [x, chartArea.bottom]);
  const place = placeHeading(heading, [x, end], end === chartArea.right ? headingsEnd : x);
  if (!place) return headingsEnd;
  prepareText(ctx, SMALL_STYLE);
  ctx.fillStyle = colours.soft;
  ctx.fillText(place.text, place.left, chartArea.top - 7);
  return place.left + measureTextWidth(place.text, SMALL_STYLE);
}

/** The space between a heading and the start of its limits, in points. */
const HEADING_GAP = 4;

/** Places a heading between the ends of its phase, or before them from `free` onwards. */
function placeHeading(
  heading: string,
  [start, end]: readonly [number, number],
  free: number,
): { text: string; left: number } | null {
  const texts = [`new limits from ${heading}`, `from ${heading}`];
  const measure = (text: string): number => measureTextWidth(text, SMALL_STYLE) + 2 * HEADING_GAP;
  const inside = texts.find((text) => start + measure(text) < end);
  if (inside !== undefined) return { text: inside, left: start + HEADING_GAP };
  const [text = ''] = texts;
  const left = start + HEADING_GAP - measure(text);
  return left > free + HEADING_GAP ? { text, left } : null;
}

/** Names the lines at the right of the plot, apart from each other where lines are close. */
function drawNames(
  { ctx, chartArea, scales }: Chart,
  lines: readonly ControlLine[],
  { colours }: Theme,
): void {
  const heights = lines.map(({ value }) => scales['y']?.getPixelForValue(value) ?? 0);
  const places = spreadLabels(heights, LABEL_LINE_HEIGHT, chartArea.top, chartArea.bottom);
  prepareText(ctx, SMALL_STYLE);
  for (const [index, { text, kind }] of lines.entries()) {
    const [y, place] = [heights[index] ?? 0, places[index] ?? 0];
    const x = chartArea.right;
    ctx.strokeStyle = colours.rule;
    ctx.lineWidth = 0.6;
    strokeLine(ctx, [x + 2, y], [x + LABEL_OFFSET - 3, place]);
    ctx.fillStyle = kind === 'target' ? colours.ink : colours.soft;
    ctx.fillText(text, x + LABEL_OFFSET, place);
  }
}

/** Measures the room for the names at the right of the plot, in points. */
export function measureNames(lines: readonly ControlLine[]): number {
  return LABEL_OFFSET + Math.max(0, ...lines.map(({ text }) => measureTextWidth(text, SMALL_STYLE))) + 2;
}
