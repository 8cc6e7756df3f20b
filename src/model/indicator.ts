import type { Figure } from './figure.js';
import type { Quarter } from './quarter.js';

export type BetterWhen = 'higher' | 'lower' | 'neither';

/** A measure computed from the quarters on file. */
export interface Indicator {
  id: string;
  label: string;
  /** For the end of a line in a chart. */
  short: string;
  betterWhen: BetterWhen;
  /** The current value. */
  value: Figure;
  /** One figure for each quarter on file that has one, oldest first; the last is `value`. */
  series: { quarter: Quarter; figure: Figure }[];
  /** Against the earlier period that `measures.yaml` names. Null when the measure names none. */
  change: Change | null;
}

/** The difference between two periods, in percentage points or as a count, from unrounded values. */
export interface Change {
  figure: Figure;
  from: Figure;
  to: Figure;
  direction: 'rose' | 'fell' | 'unchanged' | 'unknown';
  /** Whether the direction is the one wished for. Null where it is unchanged, unknown or neither way is better. */
  better: boolean | null;
}

/** One area's place in a league table. Equal values share a rank. */
export interface RankedArea {
  id: string;
  name: string;
  figure: Figure;
  /** From the best: 1 is best. */
  rank: number;
  /** "30=" where the rank is shared. */
  rankText: string;
  tied: boolean;
  end: 'top' | 'bottom';
}

/** The ends of a league table; the areas between them may not be published. */
export interface Ranking {
  id: string;
  label: string;
  /** How many areas there are in all, published or not. */
  of: number;
  top: RankedArea[];
  bottom: RankedArea[];
  /** Areas that stand in neither end, and so are not shown. */
  between: number;
  /** Best less worst. */
  gap: Figure;
}

/** Parts of one whole, in percent. */
export interface Shares {
  id: string;
  label: string;
  parts: { id: string; name: string; figure: Figure }[];
  sum: Figure;
  /** Why the parts do not add up to 100, where they do not. */
  note: string | null;
}

/** Everything computed for one paper, by the measure's id. Handlebars reads these, so they are plain objects. */
export interface Indicators {
  measures: Record<string, Indicator>;
  rankings: Record<string, Ranking>;
  shares: Record<string, Shares>;
}
