import { formatMissingNotice } from '../format/figures.js';
import type { MissingChart } from '../model/drawing.js';
import type { Figure } from '../model/figure.js';

export function hasNoValue(figures: readonly Figure[]): boolean {
  return figures.every(({ value }) => value === null);
}

/** Returns a notice in place of the chart, with the reason of the last figure that has one. */
export function describeMissing(figures: readonly Figure[]): MissingChart {
  const reason = figures.findLast((figure) => figure.reason)?.reason ?? 'no figures on file';
  return { kind: 'missing', text: formatMissingNotice(reason) };
}
