import type { Theme } from '../../model/theme.js';
import { arrangeAxisLabels } from '../arrange-axis-labels.js';
import type { TextStyle } from '../measure-text.js';

/** Configures the axis of equally spaced periods. `plotWidth` is in points. */
export function configureLabelAxis(
  periods: readonly string[],
  plotWidth: number,
  style: TextStyle,
  { colours }: Theme,
) {
  const labels = arrangeAxisLabels(periods, plotWidth, style);
  return {
    offset: periods.length === 1, // centres the point of a single period
    grid: { display: false },
    border: { color: colours.rule },
    ticks: {
      color: colours.ink,
      font: { size: style.size },
      maxRotation: 0,
      autoSkip: false,
      callback: (_value: string | number, index: number) => labels[index] ?? '',
    },
  };
}
