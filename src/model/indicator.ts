import type { Figure } from './figure.js';
import { shiftQuarter, type Quarter } from './quarter.js';

export type BetterWhen = 'higher' | 'lower' | 'neither';

/** A measure computed from the quarters on file. */
export interface Indicator {
  id: string;
  label: string;
  /** For the end of a line in a chart. */
  short: string;
  betterWhen: BetterWhen;
  /** The survey whose answers it pools, by its name in `measures.yaml`. */
  survey: string | null;
  /** The current value. */
  value: Figure;
  /** One figure for each quarter on file that has one, oldest first; the last is `value`. */
  series: { quarter: Quarter; figure: Figure }[];
  /** Against the earlier period that `measures.yaml` names. Null when the measure names none. */
  change: Change | null;
  /** What is to be reached by the end of the financial year, and how it stands. Null where there is no target. */
  target: Target | null;
  /** The count expected for the whole financial year. Null for other kinds of measure. */
  projection: Figure | null;
  /** The limits of ordinary variation from month to month. Null for other kinds of measure. */
  control: Control | null;
}

/** The difference between two periods, in percentage points or as a count, from unrounded values. */
export interface Change {
  figure: Figure;
  /** In per cent of the earlier value; of rates by day for counts over periods of different length. */
  relative: Figure;
  from: Figure;
  to: Figure;
  /** The quarter that ends the earlier period, and that period's name: "2007/08". */
  earlier: Quarter;
  since: string;
  direction: 'rose' | 'fell' | 'unchanged' | 'unknown';
  /** Whether the direction is the one wished for. Null where it is unchanged, unknown or neither way is better. */
  better: boolean | null;
  test: Test;
  verdict: Verdict;
}

/** What a test of a change found. */
export interface Test {
  /** Null where it was not tested; `reason` then says why. */
  pValue: number | null;
  reason: string | null;
  z: number | null;
  /** The p-value adjusted for the other measures tested with it (Holm). */
  adjusted: number | null;
  /** How many changes were tested together, this one included. */
  together: number;
  /** The measures that are tested together: a survey's or a kind's. */
  family: string;
  /** Quarters that both windows hold. */
  sharedQuarters: number;
  /** The design effect was not known: the test takes the answers for a simple random sample. */
  simpleRandom: boolean;
  /** The largest design effect at which a significant verdict still holds. Null where it is known, or nothing is significant. */
  largestDesignEffect: number | null;
  /** The windows are published without their waves, which are taken to be equal. */
  equalWaves: boolean;
  /** Published percentages are rounded: whether the verdict stands if rounding made the change as much too large as it can. */
  holdsAfterRounding: boolean | null;
  /** The largest design effect at which it stands even so. Null where it does not, or the design effect is known. */
  largestAfterRounding: number | null;
}

/** What a test says of a change, in a word for tables and a phrase for sentences. */
export interface Verdict {
  outcome: 'better' | 'worse' | 'increase' | 'decrease' | 'no-clear-change' | 'not-tested';
  significant: boolean;
}

/** Whether a target is met. The words do not rest on colour. */
export interface Target {
  figure: Figure;
  status: 'met' | 'not met' | 'on course' | 'at risk' | 'off course' | 'not available';
  /** Why it cannot be said, where it cannot. */
  reason: string | null;
}

/** A control chart (XmR) of monthly counts. */
export interface Control {
  months: ControlMonth[];
  mean: Figure;
  lower: Figure;
  upper: Figure;
  /** Fewer than twelve months: the limits are provisional. */
  trial: boolean;
}

interface ControlMonth {
  /** "2008-04" */
  month: string;
  figure: Figure;
  /** "outside limits, high"; null for ordinary variation. */
  signal: string | null;
  verdict: string | null;
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
  /** The ranks that the area may truly have, allowing for chance. Null where its base is not known. */
  range: { best: number; worst: number } | null;
  /** Where it stands against the overall rate. Null where that is not known. */
  funnel: { band: string; side: string } | null;
}

/** The ends of a league table; the areas between them may not be published. */
export interface Ranking {
  id: string;
  label: string;
  /** How many areas there are in all, published or not. */
  of: number;
  /** How many of them have a result on file. */
  published: number;
  /** Areas whose result is on file and cannot be used, such as one of too few people. They have no place. */
  withoutResult: { name: string; reason: string }[];
  top: RankedArea[];
  bottom: RankedArea[];
  /** How many each end is meant to show; a tie shows more. */
  ends: number;
  /** Areas that were not published. They have a place that is not known. */
  unpublished: number;
  /** Areas that have a place but stand in neither end, and so are not shown; all of them where they are not published. */
  between: number;
  /** Best less worst. */
  gap: Figure;
  /** Why no area has a place, where none has, as it reads after a colon in a sentence. */
  reason: string | null;
  /** Whether the intervals of all neighbours in the table overlap, so that chance alone may have put them in order. */
  neighboursOverlap: boolean;
  /** Whether each area shown has an interval. */
  withIntervals: boolean;
  /** Why the bases are assumed, where they are. */
  assumed: string | null;
  /** What a reader must know of this quarter's results, in its author's words. */
  note: string | null;
  /** Why there is no overall rate to compare with; null where there is one. */
  funnelReason: string | null;
  overall: Figure | null;
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

/** Changes that were tested together, for the method note. */
export interface TestFamily {
  id: string;
  together: number;
  significant: number;
  confidence: number;
  /** Below which an adjusted p-value is significant. */
  level: number;
  /** The periods that were compared: usually one pair for all. */
  windows: { earlier: string; later: string; sharedQuarters: number }[];
  simpleRandom: boolean;
  /** The least and the largest design effect of the latest figures, where they are known. */
  designEffects: { least: number; most: number } | null;
  equalWaves: boolean;
  /** The measure whose significant verdict is lost first as the design effect grows. */
  weakest: Indicator | null;
  largestDesignEffect: number | null;
  /** To how many decimals the percentages compared were published. */
  decimals: number;
  /** The significant changes that rounding alone could account for. */
  lostToRounding: Indicator[];
  /** The largest design effect at which every significant verdict would stand, were rounding as unlucky as it can be. */
  largestAfterRounding: number | null;
}

/** Everything computed for one paper, by the measure's id. Handlebars reads these, so they are plain objects. */
export interface Indicators {
  measures: Record<string, Indicator>;
  rankings: Record<string, Ranking>;
  shares: Record<string, Shares>;
  tests: Record<string, TestFamily>;
}

/**
 * Every quarter from the first in which one of the measures has a value to the last on file: a chart's axis leaves none out, or
 * its slopes would lie.
 */
export function listChartQuarters(measures: readonly Indicator[]): Quarter[] {
  const points = measures.flatMap(({ series }) => series);
  const known = points.filter(({ figure }) => figure.value !== null).map(({ quarter }) => quarter);
  const first = known.sort()[0];
  const last = points
    .map(({ quarter }) => quarter)
    .sort()
    .at(-1);
  const quarters: Quarter[] = [];
  if (first === undefined || last === undefined) return quarters;
  for (let quarter = first; quarter <= last; quarter = shiftQuarter(quarter, 1)) quarters.push(quarter);
  return quarters;
}
