import type { Place } from './problem.js';

/** What a number counts. `percent` figures are held as fractions (0.64), `points` as differences of fractions (0.08). */
export type Unit = 'count' | 'percent' | 'points' | 'ratio' | 'year' | 'months' | 'days' | 'pounds';

/** Why a figure has no value whose place in the data is still empty. */
export const TO_COME = 'to come';

/** A number that the paper states, with what it rests on. It carries its source wherever it goes. */
export interface Figure {
  /** The name by which data and templates know it: `facts.met-volunteers`, `confidence`. */
  id: string;
  /** In words, for lists of figures. */
  label: string;
  /** Null when it is not available; `reason` then says why. */
  value: number | null;
  unit: Unit;
  /** "approximately", "over": what the source says of its precision. */
  qualifier?: string;
  reason?: string;
  /** The number of people or cases it rests on, where the source gives it. */
  base?: number;
  /** How much larger its variance is than in a simple random sample of the base. Absent where it is not known. */
  designEffect?: number;
  /** A confidence interval in the same unit as `value`. An end is null where it is not bounded. */
  interval?: Interval;
  /** What time it is about: "2008/09 Q3 (rolling 12 months)", "December 2008". */
  period?: string;
  /** The data file's line that holds it, or of the inputs' first one when it is computed. */
  place: Place;
  /** Who published it, and where. Empty where that is still to come. */
  source: string;
  /** How it was computed: "confidence 2008-09-q3 − confidence 2007-08-q4". */
  formula?: string;
  /** The figures that the formula takes, in its order, each with its own place. */
  inputs?: readonly Figure[];
  /** Why it had to be assumed, where the source does not state it. */
  assumed?: string;
}

/** Tells a figure among the plain data that templates and explanations reach. */
export function isFigure(value: unknown): value is Figure {
  return (
    typeof value === 'object' && value !== null && 'unit' in value && 'place' in value && 'value' in value
  );
}

/** Whether the author has still to give its value, or one that it is computed from. */
export function isToCome({ value, reason }: Figure): boolean {
  return value === null && reason === TO_COME;
}

export interface Interval {
  lower: number;
  upper: number | null;
  /** 0.95 */
  confidence: number;
}
