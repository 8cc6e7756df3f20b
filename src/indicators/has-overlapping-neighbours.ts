import type { RankedArea } from '../model/ranking.js';

/**
 * Tells whether the intervals of all neighbours overlap. Returns false if a pair has no intervals, or there
 * is no pair.
 */
export function hasOverlappingNeighbours(...ends: RankedArea[][]): boolean {
  const pairs = ends.flatMap((areas) =>
    areas.slice(1).map((area, index) => [areas[index]?.figure.interval, area.figure.interval] as const),
  );
  return (
    pairs.length > 0 &&
    pairs.every(([a, b]) => a && b && a.lower <= (b.upper ?? Infinity) && b.lower <= (a.upper ?? Infinity))
  );
}
