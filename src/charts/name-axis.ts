import type { Scale } from 'chart.js';
import type { Theme } from '../model/theme.js';
import { NAME_STYLE } from './chart-style.js';
import { shortenText } from './fit-text.js';
import { measureTextWidth } from './measure-text.js';

/** The largest share of a chart's width that the names of its rows take. */
const NAME_SHARE = 0.4;

/** The space between the name of a row and its bar or dot, in points. */
const NAME_GAP = 12;

/** Configures an axis as wide as the names of the rows, and at least `least`. Names align on the left, and none is skipped. */
export function configureNameAxis(
  names: readonly string[],
  chartWidth: number,
  { colours }: Theme,
  least = 0,
): { afterFit: (axis: Scale) => void; ticks: object } {
  return {
    afterFit: (axis) => {
      axis.width = Math.max(least, measureNameAxis(names, chartWidth));
    },
    ticks: { autoSkip: false, color: colours.ink, font: { size: NAME_STYLE.size }, crossAlign: 'far' },
  };
}

/** Measures the width of the axis with the names of rows, in points. */
export function measureNameAxis(names: readonly string[], chartWidth: number): number {
  const longest = Math.max(0, ...names.map((name) => measureTextWidth(name, NAME_STYLE)));
  return Math.min(longest, chartWidth * NAME_SHARE) + NAME_GAP;
}

/** Shortens the name of a row to the width that the axis leaves it. */
export function shortenName(name: string, chartWidth: number): string {
  return shortenText(name, chartWidth * NAME_SHARE, NAME_STYLE);
}
