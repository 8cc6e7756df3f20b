import type { Figure } from './figure.js';
import type { Unreviewed } from './unreviewed.js';
import type { Place } from './problem.js';
import type { Quarter } from './quarter.js';

/** The figures of one quarter. */
export interface QuarterData extends PeriodFigures {
  quarter: Quarter;
}

/** The figures in the files of one period. A figure that is not published is not in here. */
export interface PeriodFigures {
  /** Survey measures as published: rolling twelve months that end with the quarter. */
  rolling: Record<string, Figure>;
  /** Survey measures by the quarter's own interviews. */
  waves: Record<string, Answers>;
  /** The groups of a gap, by measure and group. */
  groups: Record<string, Record<string, Answers>>;
  /** Counts from the start of the financial year to the end of the quarter. */
  toDate: Record<string, Figure>;
  /** Counts within the quarter. */
  inQuarter: Record<string, Figure>;
  /** Counts by month, in order; a month that was not counted has a figure without value. */
  months: Record<string, { month: string; figure: Figure }[]>;
  /** What rates are worked out over. */
  populations: Record<string, Figure>;
  areas: Record<string, AreaFigures>;
  shares: Record<string, { id: string; name: string; figure: Figure }[]>;
  facts: Record<string, Figure>;
  /** Lists that templates walk: events, commitments and the like. */
  lists: Record<string, ItemList>;
}

/** The answers of one survey wave. For an unweighted survey the weighted sums are the plain ones. */
export interface Answers {
  /** The share who gave the answer, with its base. */
  figure: Figure;
  base: number;
  weightedBase: number;
  weightedCount: number;
  /** Null where it is not known. */
  designEffect: number | null;
}

export interface AreaFigures {
  place: Place;
  /** What a reader must know of them. */
  note: string | undefined;
  /** Why no area has a result, where none has. */
  reason: string | undefined;
  /** How many areas there are; the published ones may be fewer. */
  of: number;
  /** Why bases are assumed, where they are. */
  assumed: string | undefined;
  published: { id: string; name: string; figure: Figure }[];
}

/**
 * Items as plain objects of strings; dates as the paper prints them. A list that is still to come has one item, each part of
 * which is a figure without value, so that whatever prints it says so.
 */
export interface ItemList {
  items: Record<string, string | Figure>[];
  /** The time that the list is about, where it has one: "28 March to 3 April 2009". */
  period: string | Figure;
  source: string;
  /** Those of its items that were carried over and that nobody has dealt with yet. */
  unreviewed?: Unreviewed[];
}
