import type { ChartConfiguration } from 'chart.js';
import { FONT_FAMILY } from '../fonts.js';
import type { ChartData, Drawing, MissingChart } from '../model/drawing.js';
import type { OfKind } from '../model/of-kind.js';
import { computeTextWidth, type Theme } from '../model/theme.js';
import { Chart, ChartJSNodeCanvas, parseColour, setCanvasFactory } from './chart-library.js';
import { NAME_STYLE } from './chart-style.js';
import { NO_FRAME, type ConfiguredChart, type Frame } from './configured-chart.js';
import { drawMissingChart } from './draw-missing-chart.js';
import { configureBars } from './kinds/bars-config.js';
import { configureControl } from './kinds/control-config.js';
import { configureDots } from './kinds/dots-config.js';
import { configureRanges } from './kinds/ranges-config.js';
import { configureRanking } from './kinds/ranking-config.js';
import { configureTrend } from './kinds/trend-config.js';
import { renderSvg } from './svg.js';
import { VectorContext } from './vector/vector-context.js';

type PlottedChart = Exclude<ChartData, MissingChart>;
type PlottedKind = PlottedChart['kind'];
type Configure<Kind extends PlottedKind> = (
  data: OfKind<PlottedChart, Kind>,
  theme: Theme,
  width: number,
  frame: Frame,
) => ConfiguredChart;

/** The configuration of each kind of chart. It is apart from `kinds/index.ts`, because it loads the fonts. */
const CONFIGURATIONS: { [Kind in PlottedKind]: Configure<Kind> } = {
  trend: configureTrend,
  ranking: configureRanking,
  control: configureControl,
  dots: configureDots,
  bars: configureBars,
  ranges: configureRanges,
};

/** Chart.js snaps gridlines to whole pixels of the canvas. Four pixels to a point make that a quarter of a point. */
const PIXELS_PER_POINT = 4;

/**
 * Draws a chart as vectors. Every id in it starts with `id`, so that several charts can share a page. `frame` is the least room on
 * both sides of the plot.
 */
export function drawChart(id: string, data: ChartData, theme: Theme, frame: Frame = NO_FRAME): Drawing {
  const width = computeTextWidth(theme);
  if (data.kind === 'missing') return drawMissingChart(data.text, theme, width);
  const { config, height } = configureChart(data, theme, width, frame);
  setCanvasFactory((canvasWidth, canvasHeight) => createCanvas(canvasWidth, canvasHeight, id));
  const canvas = new VectorNodeCanvas({ width, height, type: 'svg' });
  const svg = canvas.renderToBufferSync(addDefaults(config, theme), 'image/svg+xml').toString('utf8');
  return { svg, width, height };
}

/** Measures the room that a chart takes on both sides of its plot. */
export function measureFrame(data: ChartData, theme: Theme): Frame {
  return data.kind === 'missing'
    ? NO_FRAME
    : configureChart(data, theme, computeTextWidth(theme), NO_FRAME).frame;
}

function configureChart<Kind extends PlottedKind>(
  data: OfKind<PlottedChart, Kind>,
  theme: Theme,
  width: number,
  frame: Frame,
): ConfiguredChart {
  return CONFIGURATIONS[data.kind](data, theme, width, frame);
}

/** chartjs-node-canvas loads a new Chart.js for each instance. All charts here share the one that is already loaded. */
class VectorNodeCanvas extends ChartJSNodeCanvas {
  protected override initialize(): never {
    return Chart as never; // the library declares the type of another build of Chart.js
  }
}

/**
 * Creates the canvas that chartjs-node-canvas asks for. Chart.js itself multiplies its size by the pixels to
 * a point.
 */
function createCanvas(width: number, height: number, id: string): object {
  const size = { width, height };
  const context = new VectorContext(size, id, parseColour);
  return Object.assign(size, {
    style: {},
    getContext: () => context,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    toBuffer: () => Buffer.from(renderSvg({ width, height }, size, context.renderBody())),
  });
}

function addDefaults(config: ChartConfiguration, theme: Theme): ChartConfiguration {
  const options = {
    ...config.options,
    animation: false as const,
    responsive: false,
    devicePixelRatio: PIXELS_PER_POINT,
    locale: 'en-GB',
    events: [],
    color: theme.colours.ink,
    font: { family: FONT_FAMILY, size: NAME_STYLE.size },
  };
  return { ...config, options };
}
