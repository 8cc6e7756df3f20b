import type { Figure } from './figure.js';

/** Both ends of a league table. The areas between them may not be published. */
export interface Ranking {
  id: string;
  label: string;
  /** The number of all areas, published or not. */
  of: number;
  /** The number of areas with a result on file. */
  published: number;
  /** Areas with a result that cannot be used, for example because its base is too small. They have no rank. */
  withoutResult: { name: string; reason: string }[];
  top: RankedArea[];
  bottom: RankedArea[];
  /** Published areas between the ends, which the table does not show. */
  notShown: Position[];
  /** The number of areas that each end should show. A tie shows more. */
  ends: number;
  /** The number of areas that were not published. Their ranks are not known. */
  unpublished: number;
  /** The number of areas in neither end. They are not shown. */
  between: number;
  /** True if areas are not published, and lie between those published. */
  othersAreBetween: boolean;
  /** True if the best and the worst area are published. False if an area without a result could be either. */
  endsAreKnown: boolean;
  /** True if all areas with a result have the same one. False if only one has a result. */
  allTied: boolean;
  /** The end with the better results: "lowest" if lower is better. */
  topIs: 'highest' | 'lowest';
  bottomIs: 'highest' | 'lowest';
  /** The highest value minus the lowest. */
  gap: Figure;
  /** The reason why no area has a rank, worded to follow a colon. Null if there are ranks. */
  reason: string | null;
  neighbours: Neighbours;
  /** True if every area in the table has an interval. */
  withIntervals: boolean;
  /** The design effects of the areas in the table. Null if any is not known; the ranges then assume 1. */
  designEffects: { least: number; most: number } | null;
  /** The reason why bases are assumed. Null if they are not. */
  assumed: string | null;
  /** The author's note on the results of this quarter. */
  note: string | null;
  /** The result for all areas together: that of the measure named under `overall:`, or pooled from all areas. */
  overall: Figure | null;
  /** The reason why no area can be compared with the overall result. Null if one can. */
  overallReason: string | null;
}

/** The order of neighbouring areas in the table, tested pair by pair. */
export interface Neighbours {
  /** Pairs of neighbours, best first. Two areas with unpublished ones between them are no pair. */
  pairs: NeighbourPair[];
  /** The reason why the pairs cannot be tested. Null if they are. */
  reason: string | null;
}

export interface NeighbourPair {
  first: string;
  second: string;
  isTied: boolean;
  /** `too-close-to-call`: rounding alone decides whether the difference is significant. */
  outcome: 'differs' | 'no-clear-difference' | 'too-close-to-call' | 'not-tested';
  /** True if the difference is larger than chance alone would explain, whatever rounding hides. */
  isApart: boolean;
  /** True if an ordinary design effect would undo `isApart`, and the true one is not known. */
  isProbable: boolean;
  /** Adjusted for all pairs (Holm). Null if not tested. */
  pValue: number | null;
}

/** An area compared with all areas together. */
export interface OverallComparison {
  outcome: 'above' | 'below' | 'no-clear-difference' | 'too-close-to-call';
  /** True if an ordinary design effect would undo "above" or "below", and the true one is not known. */
  isProbable: boolean;
  /** Adjusted for all areas in the table (Holm). */
  pValue: number;
}

/** An area's position in a league table. Equal values share a rank. */
export interface Position {
  id: string;
  name: string;
  /** Counts from the best: 1 is the best. Null if areas that are not published could stand above it. */
  rank: number | null;
  tied: boolean;
}

/** An area at one end of a league table. */
export interface RankedArea extends Position {
  figure: Figure;
  rank: number;
  /** "30=" for a shared rank. */
  rankText: string;
  end: 'top' | 'bottom';
  /** The ranks that the area could have, allowing for sampling error. Null if its base is not known. */
  range: { best: number; worst: number } | null;
  /** The comparison with all areas together. Null if it cannot be made. */
  comparison: OverallComparison | null;
  /** The position in a funnel plot around the overall rate. Null if that is not known. */
  funnel: { band: string; side: string } | null;
}
