import type { Figure } from './figure.js';
import type { Indicator } from './indicator.js';
import { formatPlace } from './problem.js';

/**
 * Finds why figures after an earlier one cannot be compared with it. Null if the series does not break. A break that the earlier
 * figure already includes is none.
 */
export function findBreak({ series }: Pick<Indicator, 'series'>, from: Figure): string | null {
  const start = series.findIndex(({ figure }) => figure === from);
  if (start < 0) return null;
  const later = series.slice(start + 1).flatMap(({ figure }) => listNewBreaks(figure, from));
  return later[0]?.seriesBreak ?? null;
}

/** Returns true if a figure cannot be compared with the one before it. */
export function startsSeries(figure: Figure, before: Figure | undefined): boolean {
  return listNewBreaks(figure, before).length > 0;
}

/** Finds the first part of a sum that cannot be added to those before it. */
export function findBrokenPart(parts: readonly Figure[]): Figure | null {
  return parts.slice(1).find((part, index) => startsSeries(part, parts[index])) ?? null;
}

/** Lists the figures with a break that a figure includes, and the one before it does not. */
function listNewBreaks(figure: Figure, before: Figure | undefined): Figure[] {
  const included = new Set(before ? listBroken(before).map(({ place }) => formatPlace(place)) : []);
  return listBroken(figure).filter(({ place }) => !included.has(formatPlace(place)));
}

/** Lists the figures with a break among a figure and everything that it is computed from. */
function listBroken(figure: Figure): Figure[] {
  const own = figure.seriesBreak === undefined ? [] : [figure];
  return [...own, ...(figure.inputs ?? []).flatMap(listBroken)];
}
