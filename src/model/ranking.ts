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
  /** The number of areas that each end should show. A tie shows more. */
  ends: number;
  /** The number of areas that were not published. Their ranks are not known. */
  unpublished: number;
  /** The number of areas in neither end. They are not shown. */
  between: number;
  /** The best value minus the worst. */
  gap: Figure;
  /** The reason why no area has a rank, worded to follow a colon. Null if there are ranks. */
  reason: string | null;
  /** True if the intervals of all neighbours overlap, so that their order may be due to chance. */
  neighboursOverlap: boolean;
  /** True if every area in the table has an interval. */
  withIntervals: boolean;
  /** The reason why bases are assumed. Null if they are not. */
  assumed: string | null;
  /** The author's note on the results of this quarter. */
  note: string | null;
  /** The reason why there is no overall rate to compare with. Null if there is one. */
  funnelReason: string | null;
  overall: Figure | null;
}

/** An area's position in a league table. Equal values share a rank. */
export interface RankedArea {
  id: string;
  name: string;
  figure: Figure;
  /** Counts from the best: 1 is the best. */
  rank: number;
  /** "30=" for a shared rank. */
  rankText: string;
  tied: boolean;
  end: 'top' | 'bottom';
  /** The ranks that the area could have, allowing for sampling error. Null if its base is not known. */
  range: { best: number; worst: number } | null;
  /** The comparison with the overall rate. Null if that is not known. */
  funnel: { band: string; side: string } | null;
}
