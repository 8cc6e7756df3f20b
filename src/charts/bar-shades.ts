import type { BarSeries } from '../model/drawing.js';
import type { Theme } from '../model/theme.js';
import { isDark, mixWithWhite } from './mix-colours.js';
import { PAPER } from './chart-style.js';

/** The share of white in each shade, from the first series to the last, by the number of series. */
const SHARES: readonly (readonly number[])[] = [
  [0],
  [0, 0.62],
  [0, 0.45, 0.8],
  [0, 0.34, 0.62, 0.86],
  [0, 0.28, 0.5, 0.72, 0.92],
];

const PALE_SHARE = 0.8;

/** The colours of a series of bars. The outline has the contrast that a pale fill lacks. */
export interface BarShade {
  fill: string;
  outline: string;
  /** The colour of text on the bar. */
  text: string;
}

/** Chooses shades of one colour, from dark to pale, so that they differ in a grey print too. */
export function chooseShades(series: readonly Pick<BarSeries, 'isPale'>[], { colours }: Theme): BarShade[] {
  const strong = series.filter(({ isPale }) => !isPale).length;
  const shares = SHARES[Math.min(strong, SHARES.length) - 1] ?? [];
  let next = 0;
  return series.map(({ isPale }) => {
    const share = isPale ? PALE_SHARE : (shares[next++] ?? 0);
    const fill = mixWithWhite(colours.accent, share);
    return { fill, outline: colours.accent, text: isDark(fill) ? PAPER : colours.ink };
  });
}
