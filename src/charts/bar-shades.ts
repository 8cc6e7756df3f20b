import type { BarSeries } from '../model/drawing.js';
import type { Theme } from '../model/theme.js';
import { computeContrast } from '../model/compute-contrast.js';
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
export function chooseShades(series: readonly BarSeries[], theme: Theme): BarShade[] {
  const strong = series.filter(({ isPale }) => !isPale).length;
  const shares = SHARES[Math.min(strong, SHARES.length) - 1] ?? [];
  const hasIntervals = series.some(({ points }) => points.some(({ interval }) => interval));
  let next = 0;
  return series.map(({ isPale }) =>
    mixShade(isPale ? PALE_SHARE : (shares[next++] ?? 0), hasIntervals, theme),
  );
}

/** Mixes one shade. Under intervals it is light enough for them: their line must be seen on the bar too. */
export function mixShade(share: number, hasIntervals: boolean, { colours }: Theme): BarShade {
  const least = hasIntervals ? findLeastShare(colours) : 0;
  const fill = mixWithWhite(colours.accent, least + share * (1 - least));
  return { fill, outline: colours.accent, text: isDark(fill) ? PAPER : colours.ink };
}

/** The contrast of a line with the bar that it crosses (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3;

/** Finds the share of white at which a line in ink has its contrast, in steps of a twentieth. */
function findLeastShare({ accent, ink }: Theme['colours']): number {
  const steps = Array.from({ length: 20 }, (_, step) => step / 20);
  return steps.find((share) => computeContrast(mixWithWhite(accent, share), ink) >= LEAST_CONTRAST) ?? 1;
}
