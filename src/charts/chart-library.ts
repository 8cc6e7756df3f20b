import { createRequire } from 'node:module';
import type * as ChartModule from 'chart.js';
import type * as CanvasModule from 'chartjs-node-canvas';

/**
 * The one Chart.js of the process. chartjs-node-canvas is a CommonJS package that requires its own copy; a second copy, by
 * `import`, would not know what is registered here.
 */
const require = createRequire(import.meta.url);
const library = require('chart.js') as typeof ChartModule;
const { color } = require('chart.js/helpers') as {
  color: (text: string) => { valid: boolean; rgb: { r: number; g: number; b: number; a: number } };
};
const { ChartJSNodeCanvas } = require('chartjs-node-canvas') as typeof CanvasModule;
const { setCanvasFactory } = require('canvas') as {
  setCanvasFactory: (make: (width: number, height: number) => unknown) => void;
};

const {
  Chart,
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
  LogarithmicScale,
} = library;
Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
  LogarithmicScale,
);

export { Chart, ChartJSNodeCanvas, color as parseColour, setCanvasFactory };
