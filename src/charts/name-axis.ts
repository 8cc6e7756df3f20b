import type { Scale } from 'chart.js';
import type { Theme } from '../model/theme.js';
import { NAME_STYLE } from './chart-style.js';
import { shortenText } from './fit-text.js';
import { measureTextWidth } from './measure-text.js';

/** The largest share of a chart's width that the names of its rows take. */
const NAME_SHARE = 0.4;

/** The space between the name of a row and its bar or dot, in points. */
const NAME_GAP = 12;

/** Configures an axis as wide as the names of the rows. Names align on the left, and none is skipped. */
export function configureNameAxis(
  names: readonly string[],
  chartWidth: number,
  { colours }: Theme,
): { afterFit: (axis: Scale) => void; ticks: object } {
  const longest = Math.max(...names.map((name) => measureTextWidth(name, NAME_STYLE)));
  return {
    afterFit: (axis) => {
      axis.width = Math.min(longest, chartWidth * NAME_SHARE) + NAME_GAP;
    },
    ticks: { autoSkip: false, color: colours.ink, font: { size: NAME_STYLE.size }, crossAlign: 'near' },
  };
}

/** Shortens the name of a row to the width that the axis leaves it. */
export function shortenName(name: string, chartWidth: number): string {
  return shortenText(name, chartWidth * NAME_SHARE, NAME_STYLE);
}
