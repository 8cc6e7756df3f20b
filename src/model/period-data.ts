import type { Figure } from './figure.js';
import type { Place } from './problem.js';
import type { Period } from './period.js';

/** The figures of one quarter. */
export interface PeriodData extends PeriodFigures {
  period: Period;
}

/** The figures in the files of one period. A figure that is not published has no entry. */
export interface PeriodFigures {
  /** Survey results as published, over the twelve months that end with the quarter, by measure. */
  published: Record<string, Figure>;
  /** Answers of the quarter's own interviews, by measure. */
  waves: Record<string, Answers>;
  /** Answers of the groups of a gap, by measure and group. */
  groups: Record<string, Record<string, Answers>>;
  /** Gaps between two groups as published, by measure. */
  gaps: Record<string, Figure>;
  /** Counts from the start of the project's year to the end of the period, by measure. */
  toDate: Record<string, Figure>;
  /** Counts within the period, by measure. */
  inPeriod: Record<string, Figure>;
  /** Numbers at the end of the period, or at a day near it, by measure. */
  asAt: Record<string, Figure>;
  /** Counts by month, in order, by measure. A month that was not counted has a figure without a value. */
  months: Record<string, { month: string; figure: Figure }[]>;
  /** The populations that rates divide by, by name. */
  populations: Record<string, Figure>;
  /** Results by area, by measure. */
  areas: Record<string, AreaFigures>;
  /** The parts of a whole, by measure. */
  shares: Record<string, { id: string; name: string; figure: Figure }[]>;
  /** The figures of `facts.yaml`, by name. */
  facts: Record<string, Figure>;
}

/** The answers of one survey wave. In an unweighted survey, the weighted sums equal the plain ones. */
export interface Answers {
  /** The share of those asked who gave the answer. */
  figure: Figure;
  base: number;
  weightedBase: number;
  weightedCount: number;
  /** The variance as a multiple of that of a simple random sample. Null if it is not known. */
  designEffect: number | null;
}

/** The results of one measure by area. */
export interface AreaFigures {
  place: Place;
  /** A note for readers, printed under the table. */
  note: string | undefined;
  /** The reason why no area has a result. Undefined if any has. */
  reason: string | undefined;
  /** The reason why earlier results cannot be compared with these. Undefined if the series goes on. */
  seriesBreak: string | undefined;
  /** The number of all areas. Fewer may be published. */
  of: number;
  /** True if the areas that are not published lie between the best and the worst of those that are. */
  othersAreBetween: boolean;
  /** The reason why bases are assumed. Undefined if they are not. */
  assumed: string | undefined;
  published: { id: string; name: string; figure: Figure }[];
  /** The result for all areas together, as the file states it. Null if it does not. */
  whole: Figure | null;
}
