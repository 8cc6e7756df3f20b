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
  /** Survey measures as published, for the twelve months that end with the quarter. */
  rolling: Record<string, Figure>;
  /** Survey measures from the interviews of the quarter alone. */
  waves: Record<string, Answers>;
  /** The groups of a gap, by measure and group. */
  groups: Record<string, Record<string, Answers>>;
  /** Counts from the start of the financial year to the end of the quarter. */
  toDate: Record<string, Figure>;
  /** Counts within the quarter. */
  inQuarter: Record<string, Figure>;
  /** Counts by month, in order. A month without a count has a figure without a value. */
  months: Record<string, { month: string; figure: Figure }[]>;
  /** The populations of rates. */
  populations: Record<string, Figure>;
  areas: Record<string, AreaFigures>;
  shares: Record<string, { id: string; name: string; figure: Figure }[]>;
  facts: Record<string, Figure>;
  /** Lists for templates: events, commitments and the like. */
  lists: Record<string, ItemList>;
}

/** The answers of one survey wave. In an unweighted survey, the weighted sums equal the counts. */
export interface Answers {
  /** The share of people who gave the answer, with its base. */
  figure: Figure;
  base: number;
  weightedBase: number;
  weightedCount: number;
  /** Null if it is not known. */
  designEffect: number | null;
}

export interface AreaFigures {
  place: Place;
  /** The author's note for readers. */
  note: string | undefined;
  /** The reason why no area has a result. Undefined if some have one. */
  reason: string | undefined;
  /** The number of all areas. Fewer may be published. */
  of: number;
  /** The reason why bases are assumed. Undefined if they are not. */
  assumed: string | undefined;
  published: { id: string; name: string; figure: Figure }[];
}

/**
 * A list of plain objects, with dates as the paper prints them. A list that is still to come has one item. All its parts
 * are figures without a value, which print as "[to come]".
 */
export interface ItemList {
  items: Record<string, string | Figure>[];
  /** The period that the list covers: "28 March to 3 April 2009". Empty if it has none. */
  period: string | Figure;
  source: string;
  /** The items that were carried over from an earlier paper and still need review. */
  unreviewed?: Unreviewed[];
}
