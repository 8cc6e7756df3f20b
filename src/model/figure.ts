import type { DayWindow } from './day-window.js';
import type { MonthSpan } from './month-span.js';
import type { Place } from './problem.js';
import { removeFloatNoise } from '../statistics/rounding.js';
import type { Unit } from './unit.js';

/** The `reason` of a figure that the author has not filled in yet. */
export const TO_COME = 'to come';

/** The `designKnownFor` of a figure whose sample has no known design effect at all. */
export const NO_PART = 'no part';

/** A number that the paper states, with its source and everything it is computed from. */
export interface Figure {
  /** The name in data and templates: `facts.volunteers`, `satisfaction`. */
  id: string;
  /** The name in lists of figures. */
  label: string;
  /** The unrounded value. Null if it is not available; `reason` then says why. */
  value: number | null;
  unit: Unit;
  /** The decimal places in print: those that the author typed. Absent if the unit's default applies. */
  places?: number;
  /** Prints the sign of a positive value: "+4.2%". */
  isSigned?: boolean;
  /** The margin of error that the source publishes, in the unit of `value`. The paper prints it: "49% (±2)". */
  margin?: number;
  /** The source's word for its precision: "approximately", "over". */
  qualifier?: string;
  reason?: string;
  /** True if the value is left out because it rests on too few people or cases. */
  isUnreliable?: boolean;
  /** The number of people or cases, if the source states it. */
  base?: number;
  /** The variance as a multiple of the variance of a simple random sample. Absent if it is not known. */
  designEffect?: number;
  /**
   * The part of a sample whose design effect is known: "2 of 4 waves of interviews", or `NO_PART`. The rest counts as 1.
   * Absent if the design effect is known for all of it, and for a figure that is not from a sample.
   */
  designKnownFor?: string;
  /** The months that a survey figure covers. Unknown if its period is stated in words that name no months. */
  span?: MonthSpan | 'unknown';
  /** The first and the last day that it covers, where its author states them. Absent if its measure decides them. */
  window?: DayWindow;
  /** The day of a number at a date, as YYYY-MM-DD. Absent for a figure that covers some time. */
  at?: string;
  /** A confidence interval in the unit of `value`. */
  interval?: Interval;
  /** The period the figure describes: "2008/09 Q3 (rolling 12 months)", "December 2008". */
  period?: string;
  /** The line in the data file. For a computed figure, the line of its first input. */
  place: Place;
  /** The publisher and publication. Empty until the author fills it in. */
  source: string;
  /** Who supplies the figure: "Head of Finance". Absent if no file says so. */
  owner?: string;
  /** The day by which it is due, as YYYY-MM-DD. Absent if no file says so. */
  due?: string;
  /** The computation: "satisfaction 2008-09-q3 − satisfaction 2007-08-q4". */
  formula?: string;
  /** The figures in the formula, in its order. */
  inputs?: readonly Figure[];
  /** The groups of a gap, in words. The value is the result of the reference less that of the other group. */
  groups?: { reference: string; other: string };
  /** A remark that the paper prints with the figure, without a stop: "above 100%, as …". */
  note?: string;
  /** The author's reason for a revision of an earlier figure, printed under tables and charts. Empty if none is given. */
  revised?: string;
  /**
   * The value that a revised one replaces: what the author states, or a count of the latest earlier period of the year, which is
   * named. Absent if neither is on file.
   */
  revisedFrom?: { value: number; period?: string };
  /** The reason why earlier figures cannot be compared with this one. Absent if the series goes on. */
  seriesBreak?: string;
  /** True if the author confirms a value that looks like a mistake. */
  confirmed?: boolean;
  /** The reason for an assumption, if the source does not state the value. */
  assumed?: string;
  /** The result of the test of a change. */
  test?: FigureTest;
  /** The position of an area in a league table. */
  rank?: FigureRank;
  /** The comparison of an area in a league table with all areas together. */
  overall?: AreaComparison;
  /** The comparison of an area with the next one in the league table. Absent if none follows it directly. */
  next?: AreaComparison & { area: string };
  /** The signal of a month in a control chart: "outside limits, high". */
  signal?: string;
}

interface FigureTest {
  /** The unadjusted p-value. Null if the change was not tested. */
  pValue: number | null;
  /** The p-value adjusted for the other changes tested with it. */
  adjusted: number | null;
  /** The conclusion in words: "significantly better". */
  verdict: string;
}

interface FigureRank {
  /** "30=" for a shared rank. */
  text: string;
  /** The number of areas ranked. */
  of: number;
  /** The ranks that the area could have, allowing for sampling error. Null if its base is not known. */
  range: { best: number; worst: number } | null;
}

/** The result of a comparison of two figures in a league table. */
export interface AreaComparison {
  /** The p-value adjusted for the other comparisons in the league table. Null if they were not tested. */
  adjusted: number | null;
  /** The conclusion in words: "significantly above". */
  verdict: string;
}

/** Returns the ends of a figure's interval: those of the margin that its source publishes, if it does, or the computed ones. */
export function findEnds({ value, margin, interval }: Figure): Pick<Interval, 'lower' | 'upper'> | undefined {
  return margin === undefined || value === null
    ? interval
    : { lower: removeFloatNoise(value - margin), upper: removeFloatNoise(value + margin) };
}

/** Recognises a figure among the plain data in templates and explanations. */
export function isFigure(value: unknown): value is Figure {
  return (
    typeof value === 'object' && value !== null && 'unit' in value && 'place' in value && 'value' in value
  );
}

/** Returns true while the figure, or a figure it is computed from, is not filled in. */
export function isToCome({ value, reason }: Figure): boolean {
  return value === null && reason === TO_COME;
}

export interface Interval {
  lower: number;
  /** The upper end. Null if there is no limit. */
  upper: number | null;
  /** The confidence level as a fraction: 0.95. */
  confidence: number;
}
