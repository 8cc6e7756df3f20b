import type { Chart, Plugin } from 'chart.js';
import type { TrendChart, TrendSeries } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { formatCanvasFont, NAME_STYLE, VALUE_STYLE } from '../chart-style.js';
import { shortenText } from '../fit-text.js';
import { measureTextWidth, type TextStyle } from '../measure-text.js';
import { spreadLabels } from '../spread-labels.js';
import { getPointPosition, getSeriesColour } from './trend-series.js';

/** The distance from label to label, in points. */
export const LABEL_LINE_HEIGHT = 12.5;

/** The largest share of the chart's width that the names of lines take. */
const NAME_SHARE = 0.38;

/** The room for the value of a line that reaches the last period, and the space round it. Points. */
const VALUE_ROOM = 52;

/** The space between a line's last point, its value and its name. Points. */
const LABEL_SPACE = 26;

/** The distance from the plot to the labels, in points. */
const LABEL_OFFSET = 18;

/** The distance from a value to the name after it, in points. */
const NAME_OFFSET = 5;

/** The dots that lead from the end of an early line to its label. A solid line would look like data. Points. */
const EARLY_DASH = [0.6, 3.4] as const;

/** The last value of a line, as its label states it. */
interface LastValue {
  /** The index of its period, and -1 when the line has no value. */
  index: number;
  text: string;
  /** True if the line ends before the last period. */
  isEarly: boolean;
}

/** Measures the room for labels to the right of the plot: the largest width of a name, and the padding. Points. */
export function measureTrendLabels(
  { series, periods }: TrendChart,
  chartWidth: number,
): { nameWidth: number; padding: number } {
  const bold = { ...NAME_STYLE, bold: true };
  const longest = Math.max(...series.map(({ label }) => measureTextWidth(label, bold)));
  const nameWidth = Math.min(longest, chartWidth * NAME_SHARE);
  const earlyLabels = series.flatMap((line) => {
    const { text, isEarly } = findLastValue(line, periods);
    return isEarly ? [measureTextWidth(text, VALUE_STYLE) + measureName(line, nameWidth) + LABEL_SPACE] : [];
  });
  return { nameWidth, padding: Math.max(nameWidth + VALUE_ROOM, ...earlyLabels) };
}

/** Draws the last value and the name at the end of each line, apart from each other where lines meet. */
export function drawTrendLabels({ series, periods }: TrendChart, nameWidth: number, theme: Theme): Plugin {
  return {
    id: 'endLabels',
    afterDatasetsDraw: (chart) => {
      const labels = placeLabels(chart, series, periods);
      const values = labels.filter(({ isEarly }) => !isEarly).map(({ valueWidth }) => valueWidth);
      drawAside(chart.ctx, () => {
        for (const label of labels) {
          const nameOffset = Math.max(label.valueWidth, ...values) + NAME_OFFSET;
          drawLabel(chart, label, { nameOffset, nameWidth }, theme);
        }
      });
    },
  };
}

interface Label extends LastValue {
  line: TrendSeries;
  seriesIndex: number;
  /** The end of the line on the canvas. */
  x: number;
  y: number;
  /** The centre of the label's line of text. */
  labelY: number;
  valueWidth: number;
}

function placeLabels(chart: Chart, series: readonly TrendSeries[], periods: readonly string[]): Label[] {
  const ends = series.flatMap((line, seriesIndex) => {
    const last = findLastValue(line, periods);
    if (last.index < 0) return [];
    const valueWidth = measureTextWidth(last.text, VALUE_STYLE);
    return [{ line, seriesIndex, ...last, ...getPointPosition(chart, seriesIndex, last.index), valueWidth }];
  });
  const { top, bottom } = chart.chartArea;
  const ideals = ends.map(({ y }) => y);
  const places = spreadLabels(ideals, LABEL_LINE_HEIGHT, top, bottom);
  return ends.map((end, index) => ({ ...end, labelY: places[index] ?? end.y }));
}

function drawLabel(
  { ctx, chartArea }: Chart,
  { line, seriesIndex, text, x, y, labelY, isEarly }: Label,
  { nameOffset, nameWidth }: { nameOffset: number; nameWidth: number },
  theme: Theme,
): void {
  const left = chartArea.right + LABEL_OFFSET;
  const nameStyle = getNameStyle(line);
  ctx.strokeStyle = theme.colours.rule;
  ctx.lineWidth = 0.6;
  ctx.setLineDash(isEarly ? [...EARLY_DASH] : []);
  strokeLine(ctx, [x + 6, y], [left - 3, labelY]);
  ctx.setLineDash([]);
  ctx.fillStyle = getSeriesColour(seriesIndex, theme);
  prepareText(ctx, VALUE_STYLE);
  ctx.fillText(text, left, labelY);
  ctx.font = formatCanvasFont(nameStyle);
  ctx.fillText(shortenText(line.label, nameWidth, nameStyle), left + nameOffset, labelY);
}

/** Finds the last value of a line. When the line ends early, the text names the period. */
function findLastValue({ points }: TrendSeries, periods: readonly string[]): LastValue {
  const index = points.findLastIndex(({ value }) => value !== null);
  const value = points[index]?.text ?? '';
  const isEarly = index >= 0 && index < periods.length - 1;
  return { index, text: isEarly ? `${value} in ${periods[index] ?? ''}` : value, isEarly };
}

function measureName(line: TrendSeries, maxWidth: number): number {
  return Math.min(maxWidth, measureTextWidth(line.label, getNameStyle(line)));
}

function getNameStyle({ isEmphasised }: TrendSeries): TextStyle {
  return { ...NAME_STYLE, bold: isEmphasised };
}
