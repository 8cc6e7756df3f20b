import type { Chart } from 'chart.js';
import type { Theme } from '../../model/theme.js';

/** Returns the colour of a line, by its index. The theme's colours repeat. */
export function getSeriesColour(index: number, { colours }: Theme): string {
  return colours.series[index % colours.series.length] ?? colours.ink;
}

/** Returns the colour of a target: that of the only line that it is for, or the ink of all lines. */
export function getTargetColour(series: number | null, theme: Theme): string {
  return series === null ? theme.colours.ink : getSeriesColour(series, theme);
}

/** Returns the position of a point of a line on the canvas. */
export function getPointPosition(chart: Chart, series: number, index: number): { x: number; y: number } {
  const { x, y } = chart.getDatasetMeta(series).data[index] ?? { x: 0, y: 0 };
  return { x, y };
}
