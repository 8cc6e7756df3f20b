import type { ChartConfiguration } from 'chart.js';

/** A chart ready for Chart.js. Its width is the width of the text. */
export interface ConfiguredChart {
  config: ChartConfiguration;
  /** Points. */
  height: number;
}
