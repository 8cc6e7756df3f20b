import type { Figure, Unit } from './figure.js';
import type { BetterWhen } from './indicator.js';
import type { Place } from './problem.js';
import type { Quarter } from './quarter.js';

/** What `measures.yaml` says of a survey that several measures come from. */
export interface Survey {
  id: string;
  name: string;
  /** Who is asked: "adults in London". */
  population: string;
  /** How: "face to face". */
  method: string | undefined;
  /** The base of rolling figures that give none of their own. */
  interviews: Figure | undefined;
  /** Undefined where it is not known. */
  designEffect: number | undefined;
  minimumBase: number | undefined;
}

/** Why a result of so few people is not printed; null where there are enough. */
export function explainSmallBase(base: number | undefined, survey: Survey | undefined): string | null {
  const least = survey?.minimumBase;
  return least === undefined || base === undefined || base >= least
    ? null
    : `only ${base} were asked, fewer than ${least}`;
}

/** The kinds of computation. */
export type MeasureKind =
  | 'rolling-survey'
  | 'area-ranking'
  | 'group-gap'
  | 'count-to-date'
  | 'rate'
  | 'detection-rate'
  | 'control-chart'
  | 'shares';

/** What `measures.yaml` says of one measure. */
export interface Measure {
  id: string;
  kind: MeasureKind;
  label: string;
  short: string;
  question: string | undefined;
  unit: Unit;
  betterWhen: BetterWhen;
  source: string;
  survey: Survey | undefined;
  /** The earlier period that a change is measured from; a quarter by its name. */
  compareWith: 'previous-year-end' | 'previous-quarter' | 'same-quarter-last-year' | Quarter | undefined;
  comparePlace: Place;
  /** What is to be reached by the end of the financial year; `tolerance` is a share of it. */
  target: { figure: Figure; tolerance: number | undefined } | undefined;
  /** How many areas each end of a ranking shows. */
  ends: number | undefined;
  /** The groups that a gap compares. */
  groups: { reference: string; other: string } | undefined;
  /** What a rate divides by what. */
  ratio: { numerator: string; denominator: string; per: number; place: Place } | undefined;
  /** How much more counts vary than chance alone would make them. */
  dispersion: number;
  place: Place;
}
