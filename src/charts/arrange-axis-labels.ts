import { shortenText } from './fit-text.js';
import { measureTextWidth, type TextStyle } from './measure-text.js';

/** The least space between two labels, in points. */
const GAP = 9;

/** The largest share of the axis that a label takes. */
const LARGEST_SHARE = 0.25;

/** A label of an axis: one line, several lines, or none. */
export type AxisLabel = string | string[];

/**
 * Arranges the labels of equally spaced periods along an axis. Labels that do not fit side by side break into two lines,
 * and then some are left out. The first and the last label always remain. Of the others, those in `always` come first.
 */
export function arrangeAxisLabels(
  labels: readonly string[],
  plotWidth: number,
  style: TextStyle,
  always: readonly number[] = [],
): AxisLabel[] {
  const spacing = plotWidth / Math.max(1, labels.length - 1);
  const fits = (rows: readonly AxisLabel[], step: number): boolean =>
    measureWidest(rows, style) + GAP <= spacing * step;
  if (fits(labels, 1)) return [...labels];
  const broken = labels.map((label) => breakLabel(label, plotWidth * LARGEST_SHARE, style));
  const step = labels.findIndex((_, index) => fits(broken, index + 1)) + 1 || labels.length;
  const least = (measureWidest(broken, style) + GAP) / spacing;
  const last = labels.length - 1;
  const kept = new Set([0, last]);
  const isFree = (index: number): boolean => [...kept].every((other) => Math.abs(other - index) >= least);
  for (const index of always) if (isFree(index)) kept.add(index);
  for (let index = last; index > 0; index -= step) if (isFree(index)) kept.add(index);
  return broken.map((label, index) => (kept.has(index) ? label : ''));
}

/** Breaks "2008/09 Q3" and "Apr 2014" at the last space, and shortens longer lines. */
function breakLabel(label: string, width: number, style: TextStyle): AxisLabel {
  const at = label.lastIndexOf(' ');
  if (at < 0) return shortenText(label, width, style);
  return [label.slice(0, at), label.slice(at + 1)].map((line) => shortenText(line, width, style));
}

function measureWidest(rows: readonly AxisLabel[], style: TextStyle): number {
  return Math.max(...rows.flat().map((line) => measureTextWidth(line, style)));
}
