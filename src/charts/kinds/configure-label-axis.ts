import type { Theme } from '../../model/theme.js';
import { arrangeAxisLabels } from '../arrange-axis-labels.js';
import type { TextStyle } from '../measure-text.js';

/** Configures the axis of equally spaced periods. `plotWidth` is in points; `always` has the periods that keep their labels. */
export function configureLabelAxis(
  periods: readonly string[],
  plotWidth: number,
  style: TextStyle,
  { colours }: Theme,
  always: readonly number[] = [],
) {
  const labels = arrangeAxisLabels(periods, plotWidth, style, always);
  return {
    offset: periods.length === 1, // centres the point of a single period
    grid: { display: false },
    border: { color: colours.rule },
    ticks: {
      color: colours.ink,
      font: { size: style.size },
      maxRotation: 0,
      padding: 2,
      autoSkip: false,
      callback: (_value: string | number, index: number) => labels[index] ?? '',
    },
  };
}
