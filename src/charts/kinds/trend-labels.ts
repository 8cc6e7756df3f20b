import type { Chart, Plugin } from 'chart.js';
import type { TrendChart, TrendSeries } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { formatCanvasFont, NAME_STYLE, VALUE_STYLE } from '../chart-style.js';
import { fitLines } from '../fit-text.js';
import { measureTextWidth, type TextStyle } from '../measure-text.js';
import { spreadLabels } from '../spread-labels.js';
import { getPointPosition, getSeriesColour, getTargetColour } from './trend-series.js';

/** The distance from line to line of text in a label, in points. */
const LINE_HEIGHT = 12.5;

/** The largest share of the chart's width that the names of lines take. Longer names break into two lines. */
const NAME_SHARE = 0.34;
const MOST_NAME_LINES = 2;

/** The distance from the plot to the labels, in points. */
const LABEL_OFFSET = 18;

/** The distance from a value to the name after it, in points. */
const NAME_OFFSET = 5;

/** The dots that lead across the plot to a label. A solid line would look like data. Points. */
const ACROSS_DASH = [0.6, 3.4] as const;

/** The last value of a line, as its label states it. */
interface LastValue {
  /** The index of its period, and -1 when the line has no value. */
  index: number;
  text: string;
  /** True if the line ends before the last period. */
  isEarly: boolean;
}

/** The room for the labels to the right of the plot. Lengths are in points. */
export interface LabelLayout {
  padding: number;
  /** The distance from label to label. */
  lineHeight: number;
  labels: MeasuredLabel[];
  /** The lines of the words of each target. */
  targets: string[][];
}

interface MeasuredLabel extends LastValue {
  nameLines: string[];
  /** The distance from the left of the value to the left of the name. */
  nameOffset: number;
}

/** Measures the labels. The names of lines that reach the last period start below each other. */
export function measureTrendLabels(
  { series, periods, targets }: TrendChart,
  chartWidth: number,
): LabelLayout {
  const lasts = series.map((line) => findLastValue(line, periods));
  const widths = lasts.map(({ text }) => measureTextWidth(text, VALUE_STYLE));
  const shared = Math.max(0, ...widths.filter((_, index) => lasts[index]?.isEarly === false));
  const labels = lasts.map((last, index): MeasuredLabel => {
    const line = series[index];
    return {
      ...last,
      nameLines: line
        ? fitLines(line.label, chartWidth * NAME_SHARE, getNameStyle(line), MOST_NAME_LINES)
        : [],
      nameOffset: Math.max(shared, widths[index] ?? 0) + NAME_OFFSET,
    };
  });
  const ends = labels.map(({ nameLines, nameOffset }, index) => {
    const style = { ...NAME_STYLE, bold: series[index]?.isEmphasised ?? false };
    return nameOffset + Math.max(0, ...nameLines.map((text) => measureTextWidth(text, style)));
  });
  const words = targets.map(({ text }) =>
    fitLines(text, chartWidth * NAME_SHARE, NAME_STYLE, MOST_NAME_LINES),
  );
  const widest = Math.max(0, ...ends, ...words.flat().map((text) => measureTextWidth(text, NAME_STYLE)));
  const mostLines = Math.max(
    1,
    ...[...labels.map(({ nameLines }) => nameLines), ...words].map(({ length }) => length),
  );
  return { padding: LABEL_OFFSET + widest + 2, lineHeight: mostLines * LINE_HEIGHT, labels, targets: words };
}

/** Draws the last value and the name at the end of each line, apart from each other where lines meet. */
export function drawTrendLabels({ series, targets }: TrendChart, layout: LabelLayout, theme: Theme): Plugin {
  return {
    id: 'endLabels',
    afterDatasetsDraw: (chart) => {
      drawAside(chart.ctx, () => {
        const heights = targets.map(({ value }) => chart.scales['y']?.getPixelForValue(value) ?? 0);
        const { labels, targetHeights } = placeLabels(chart, series, layout, heights);
        for (const label of labels) drawLabel(chart, label, theme);
        for (const [index, target] of targets.entries())
          drawTargetWords(
            chart,
            layout.targets[index] ?? [],
            targetHeights[index] ?? 0,
            getTargetColour(target.series, theme),
          );
      });
    },
  };
}

interface PlacedLabel extends MeasuredLabel {
  line: TrendSeries;
  seriesIndex: number;
  /** The end of the line on the canvas. */
  x: number;
  y: number;
  /** The centre of the label. */
  labelY: number;
}

function placeLabels(
  chart: Chart,
  series: readonly TrendSeries[],
  layout: LabelLayout,
  targets: readonly number[],
): { labels: PlacedLabel[]; targetHeights: number[] } {
  const ends = series.flatMap((line, seriesIndex) => {
    const label = layout.labels[seriesIndex];
    if (!label || label.index < 0) return [];
    return [{ ...label, line, seriesIndex, ...getPointPosition(chart, seriesIndex, label.index) }];
  });
  const { top, bottom } = chart.chartArea;
  // A label of two lines reaches beyond its middle.
  const reach = (layout.lineHeight - LINE_HEIGHT) / 2;
  const places = spreadLabels(
    [...ends.map(({ y }) => y), ...targets],
    layout.lineHeight,
    top + reach,
    bottom - reach,
  );
  return {
    labels: ends.map((end, index) => ({ ...end, labelY: places[index] ?? end.y })),
    targetHeights: places.slice(ends.length),
  };
}

function drawTargetWords(
  { ctx, chartArea }: Chart,
  lines: readonly string[],
  y: number,
  colour: string,
): void {
  prepareText(ctx, NAME_STYLE);
  ctx.fillStyle = colour;
  const top = y - ((lines.length - 1) * LINE_HEIGHT) / 2;
  for (const [index, words] of lines.entries())
    ctx.fillText(words, chartArea.right + LABEL_OFFSET, top + index * LINE_HEIGHT);
}

function drawLabel(
  { ctx, chartArea }: Chart,
  { line, seriesIndex, text, nameLines, nameOffset, x, y, labelY }: PlacedLabel,
  theme: Theme,
): void {
  const left = chartArea.right + LABEL_OFFSET;
  ctx.strokeStyle = theme.colours.rule;
  ctx.lineWidth = 0.6;
  ctx.setLineDash(x < chartArea.right - 1 ? [...ACROSS_DASH] : []);
  strokeLine(ctx, [x + 6, y], [left - 3, labelY]);
  ctx.setLineDash([]);
  ctx.fillStyle = getSeriesColour(seriesIndex, theme);
  prepareText(ctx, VALUE_STYLE);
  ctx.fillText(text, left, labelY);
  ctx.font = formatCanvasFont(getNameStyle(line));
  const top = labelY - ((nameLines.length - 1) * LINE_HEIGHT) / 2;
  for (const [index, words] of nameLines.entries())
    ctx.fillText(words, left + nameOffset, top + index * LINE_HEIGHT);
}

/** Finds the last value of a line. When the line ends early, the text names the period. */
function findLastValue({ points }: TrendSeries, periods: readonly string[]): LastValue {
  const index = points.findLastIndex(({ value }) => value !== null);
  const value = points[index]?.text ?? '';
  const isEarly = index >= 0 && index < periods.length - 1;
  return { index, text: isEarly ? `${value} in ${periods[index] ?? ''}` : value, isEarly };
}

function getNameStyle({ isEmphasised }: TrendSeries): TextStyle {
  return { ...NAME_STYLE, bold: isEmphasised };
}
