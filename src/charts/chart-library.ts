import { setCanvasFactory } from 'canvas';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from 'chart.js';
import { color } from 'chart.js/helpers';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';

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

// Charts that show an axis of numbers write its labels themselves. Chart.js would load the rules of the locale to write hidden ones.
Chart.defaults.scales.linear.ticks.callback = String;

export { Chart, ChartJSNodeCanvas, color as parseColour, setCanvasFactory };
