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

export { Chart, ChartJSNodeCanvas, color as parseColour, setCanvasFactory };
