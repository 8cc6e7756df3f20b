import type { BetterWhen } from './better-when.js';
import type { Change, RecentChange } from './change.js';
import type { Control } from './control.js';
import type { Disclosure } from './disclosure.js';
import type { Figure } from './figure.js';
import type { Period } from './period.js';

/** A measure computed from the periods on file. */
export interface Indicator {
  id: string;
  label: string;
  /** The label at the end of a line in a chart. */
  short: string;
  betterWhen: BetterWhen;
  /** The name of its survey in `measures.yaml`. Null if it has none. */
  survey: string | null;
  /** The protection of small counts. Absent if they are shown. */
  disclosure?: Disclosure;
  /** The current value. */
  value: Figure;
  /** One figure for each period that has one, oldest first. The last is `value`. */
  series: { period: Period; figure: Figure }[];
  /**
   * The number of quarters from a figure back to the next that shares no data with it: 4 for twelve months and for the year so
   * far, 1 for single periods.
   */
  periodsApart: number;
  /** The change since the period that `measures.yaml` names. Null if it names none. */
  change: Change | null;
  /**
   * The change since the last period. Null if it cannot be computed, or if `change` already has it. Counts of the year so
   * far are compared by the period's own counts.
   */
  recent: RecentChange | null;
  /** The target for the end of the project's year. Null if there is none. */
  target: Target | null;
  /** The count expected for the whole year of the project. Null for other kinds of measure. */
  projection: Figure | null;
  /** The limits of ordinary variation between months. Null for other kinds of measure. */
  control: Control | null;
}

/** A target and its status. The status is in words, so that it does not depend on colour. */
export interface Target {
  figure: Figure;
  /** The figure that decides, less its target: of a count so far, its projection for the year. */
  distance: Figure;
  status: 'met' | 'not met' | 'on course' | 'at risk' | 'off course' | 'not available';
  /** The reason for `not available`; otherwise null. */
  reason: string | null;
}
