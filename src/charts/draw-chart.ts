import type { ChartConfiguration } from 'chart.js';
import { FONT_FAMILY } from '../fonts.js';
import type { ChartData, Drawing, MissingChart } from '../model/drawing.js';
import { computeTextWidth, type Theme } from '../model/theme.js';
import type { ChartPlan } from './chart-plan.js';
import { Chart, ChartJSNodeCanvas, parseColour, setCanvasFactory } from './chart-library.js';
import { drawMissing } from './draw-missing.js';
import { controlConfig } from './kinds/control-config.js';
import { dotsConfig } from './kinds/dots-config.js';
import { rankingConfig } from './kinds/ranking-config.js';
import { svgElement } from './svg.js';
import { trendConfig } from './kinds/trend-config.js';
import { VectorContext } from './vector-context.js';

/** Chart.js snaps gridlines to whole pixels of the canvas: four to a point, so that the step is a quarter of a point. */
const PIXELS_PER_POINT = 4;

/** Draws one chart with Chart.js as vectors. `id` is prefixed to every id within, so that several stand in one page. */
export function drawChart(id: string, data: ChartData, theme: Theme): Drawing {
  const width = computeTextWidth(theme) - theme.text.hang;
  if (data.kind === 'missing') return drawMissing(data.text, theme, width);
  const { config, height } = plan(data, theme, width);
  setCanvasFactory((w, h) => makeCanvas(w, h, id));
  const canvas = new VectorNodeCanvas({ width, height, type: 'svg' });
  const svg = canvas.renderToBufferSync(withDefaults(config, theme), 'image/svg+xml').toString('utf8');
  return { svg, width, height };
}

function plan(data: Exclude<ChartData, MissingChart>, theme: Theme, width: number): ChartPlan {
  switch (data.kind) {
    case 'trend':
      return trendConfig(data, theme, width);
    case 'ranking':
      return rankingConfig(data, theme, width);
    case 'dots':
      return dotsConfig(data, theme, width);
    case 'control':
      return controlConfig(data, theme);
  }
}

/** chartjs-node-canvas loads Chart.js anew for each instance; every chart here uses the one that is already there. */
class VectorNodeCanvas extends ChartJSNodeCanvas {
  protected override initialize(): never {
    return Chart as never;
  }
}

/** What chartjs-node-canvas asks of a canvas. Chart.js itself multiplies its size by the pixels to a point. */
function makeCanvas(width: number, height: number, id: string): object {
  const size = { width, height };
  const context = new VectorContext(size, id, parseColour);
  return Object.assign(size, {
    style: {},
    getContext: () => context,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    toBuffer: () => Buffer.from(svgElement(width, height, size.width, size.height, context.body())),
  });
}

function withDefaults(config: ChartConfiguration, theme: Theme): ChartConfiguration {
  const options = {
    ...config.options,
    animation: false as const,
    responsive: false,
    devicePixelRatio: PIXELS_PER_POINT,
    locale: 'en-GB',
    events: [],
    color: theme.colours.ink,
    font: { family: FONT_FAMILY, size: 9.5 },
  };
  return { ...config, options };
}
