import type { BetterWhen } from './better-when.js';
import type { Disclosure } from './disclosure.js';
import type { Figure } from './figure.js';
import type { Unit } from './unit.js';

/** Both ends of a league table. The areas between them may not be published. */
export interface Ranking {
  id: string;
  label: string;
  unit: Unit;
  betterWhen: BetterWhen;
  /** The result by which areas are ranked, or its change. */
  rankedBy: 'value' | 'change';
  /** The number of all areas, published or not. */
  of: number;
  /** The number of areas with a result on file. */
  published: number;
  /**
   * Areas with a result that cannot be ranked, for example because its base is too small or because it has no change. They
   * have no rank.
   */
  withoutResult: { name: string; reason: string }[];
  top: RankedArea[];
  bottom: RankedArea[];
  /** Published areas between the ends, which the table does not show. */
  notShown: Position[];
  /** The protection of small counts. Absent if they are shown. */
  disclosure?: Disclosure;
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
  /** The highest value minus the lowest. In a ranking by change, the highest change minus the lowest. */
  gap: Figure;
  /** The reason why no area has a rank, worded to follow a colon. Null if there are ranks. */
  reason: string | null;
  neighbours: Neighbours;
  /** True if every area in the table has an interval of the figure that ranks it. */
  withIntervals: boolean;
  /** The reason why areas have no intervals, worded to follow a colon. Null if they have. */
  noIntervals: string | null;
  /** The design effects of the areas in the table. Null if any is not known; the ranges then assume 1. */
  designEffects: { least: number; most: number } | null;
  /** The reason why bases are assumed. Null if they are not. */
  assumed: string | null;
  /** The author's note on the results of this period. */
  note: string | null;
  /** The result for all areas together: that of the measure named under `overall:`, or pooled from all areas. */
  overall: Figure | null;
  /** The reason why no area is tested against the overall result. Null if one is. */
  overallReason: string | null;
  /** The area that every other one is compared with. Null if the measure names none. */
  comparedArea: Comparator | null;
  /** The families of areas that are most similar. Null if the organisation has none. */
  families: Families | null;
  /** The changes since an earlier period. Null if the measure names none. */
  changes: AreaChanges | null;
}

/** A result that areas are compared with. */
export interface Comparator {
  name: string;
  /** Its value is null if it is not available. */
  figure: Figure;
  /** The reason why no area is tested against it, worded to follow a colon. Null if one is. */
  reason: string | null;
}

/** The averages of the families of areas. */
export interface Families {
  /** How an average is made: from all answers or events together, or as a plain mean of results without bases. */
  averages: 'pooled' | 'plain' | 'mixed';
  /** The reason why no area is tested against its family. Null if one is. */
  reason: string | null;
  /** The areas in the table without an average, each with the reason. */
  without: { name: string; reason: string }[];
}

/** The changes of all areas since an earlier period. */
export interface AreaChanges {
  /** The name of the earlier period: "2007/08". */
  since: string;
  /** The name of the paper's period. */
  later: string;
  /** The areas with a result in both periods, in the order of the file. `steady`: the change prints as zero. */
  changed: { name: string; direction: 'rose' | 'fell' | 'unchanged' | 'steady' }[];
  /** Areas with a result now and no change, each with the reason. */
  without: { name: string; reason: string }[];
  /** Areas with a result in the earlier period only. */
  ended: string[];
  /** The number of changes in the table that are tested together. */
  together: number;
  /** The reason why no change is tested, worded to follow a colon. Null if one is. */
  reason: string | null;
  /** The days of the two periods, if counts are compared by day because they differ. */
  days: { earlier: number; later: number } | null;
  /** The number of months in both periods. */
  sharedMonths: number;
  /** True if the result of a test rests on a design effect that is not known. */
  simpleRandom: boolean;
}

/** The change of an area's result. */
export interface AreaChange {
  /** Percentages change by points, counts and rates in per cent, and other units by a difference. */
  figure: Figure;
  /** The earlier result. */
  from: Figure;
  direction: 'rose' | 'fell' | 'unchanged' | 'unknown';
  /** True for an improvement. Null if neither direction is better, or if the result did not change. */
  better: boolean | null;
  /** `too-close-to-call`: rounding alone decides whether the change is significant. */
  outcome: 'rose' | 'fell' | 'no-clear-change' | 'too-close-to-call' | 'not-tested';
  /** True if an ordinary design effect would undo "rose" or "fell", and the true one is not known. */
  isProbable: boolean;
  /** Adjusted for the changes of all areas in the table (Holm). Null if not tested. */
  pValue: number | null;
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

/** An area compared with all areas together, with another area or with the average of its family. */
export interface OverallComparison {
  outcome: 'above' | 'below' | 'no-clear-difference' | 'too-close-to-call' | 'not-tested';
  /** The way that the results differ, whatever the test says. */
  direction: 'above' | 'below' | 'level';
  /** True if an ordinary design effect would undo "above" or "below", and the true one is not known. */
  isProbable: boolean;
  /** Adjusted for all areas in the table (Holm). Null if not tested. */
  pValue: number | null;
}

/** A comparison of an area with a figure that has a name of its own. */
export interface AreaDifference extends OverallComparison {
  /** The area's result less that of the comparator. */
  figure: Figure;
  /** The result that the area is compared with. */
  with: Figure;
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
  /** The figure that decides the rank: the result, or its change. */
  ranked: Figure;
  rank: number;
  /** "30=" for a shared rank. */
  rankText: string;
  end: 'top' | 'bottom';
  /** The ranks that the area could have, allowing for sampling error. Null if its base is not known. */
  range: { best: number; worst: number } | null;
  /** The comparison with all areas together. Null if it cannot be made. */
  comparison: OverallComparison | null;
  /** The comparison with another area. Null for that area itself, and if the measure names none. */
  againstArea: AreaDifference | null;
  /** The comparison with the average of its family. Null if it has no family. */
  againstFamily: AreaDifference | null;
  /** The change since the earlier period. Null if the measure names none. */
  change: AreaChange | null;
  /** The position in a funnel plot around the overall rate. Null if that is not known. */
  funnel: { band: string; side: string } | null;
}
