import type { AssuranceStatus } from '../statistics/assurance.js';
import type { Figure } from './figure.js';

/** A control chart (XmR) of monthly figures. */
export interface Control {
  months: ControlMonth[];
  /** Consecutive months with limits of their own, oldest first. */
  phases: ControlPhase[];
  /** The mean and the limits of the latest phase. */
  mean: Figure;
  lower: Figure;
  upper: Figure;
  /** True if the latest phase has fewer than twelve months: its limits are provisional. */
  trial: boolean;
  /** The value to reach in each month. Null if there is none. */
  target: Figure | null;
  /** The latest month less the target. Null without a target. */
  distance: Figure | null;
  variation: Variation;
  /** Null without a target. */
  assurance: Assurance | null;
}

export interface ControlMonth {
  /** "2008-04" */
  month: string;
  figure: Figure;
  /** "outside limits, high". Null for ordinary variation. */
  signal: string | null;
  verdict: string | null;
}

export interface ControlPhase {
  /** The index of its first month. */
  start: number;
  /** "October 2014" */
  from: string;
  /** The author's reason for limits of its own. Null for the first phase. */
  reason: string | null;
  /** The author's reason why its months cannot be compared with earlier ones. Null if they can. */
  seriesBreak: string | null;
  mean: Figure;
  lower: Figure;
  upper: Figure;
  /** The ends of the scale at which limits of a percentage are cut: 0% and 100%. */
  cuts: Figure[];
  /** True with fewer than twelve months: the limits are provisional. */
  trial: boolean;
}

/** The latest month against the limits of ordinary variation, as in NHS England's "Making data count". */
export interface Variation {
  kind: 'common-cause' | 'improvement' | 'concern' | 'neither' | 'not-available';
  /** The side of a special cause; otherwise null. */
  side: 'high' | 'low' | null;
  /** "special cause of concern" */
  words: string;
  /** "8 months in a row are above the mean". The reason for `not-available`. */
  detail: string;
  /** "November 2015": the latest month with a value. Null if there is none. */
  month: string | null;
}

/** The limits of ordinary variation against the target, as in NHS England's "Making data count". */
export interface Assurance {
  status: AssuranceStatus | 'not available';
  /** "a month may or may not meet the target of 400". The reason for `not available`. */
  detail: string;
}
