import type { ComparedPeriod } from './compared-period.js';
import type { Disclosure } from './disclosure.js';
import type { Figure } from './figure.js';
import type { Unit } from './unit.js';
import type { BetterWhen } from './better-when.js';
import type { Place } from './problem.js';
import type { Period } from './period.js';
import type { Survey } from './survey.js';
import type { CountWindow, Window } from './window.js';

/** Fields that every measure has. */
export interface MeasureFields {
  id: string;
  label: string;
  /** A shorter name for charts. */
  short: string;
  unit: Unit;
  /** The decimal places of its figures in print. Absent if they keep those that were typed. */
  places?: number;
  /** Prints the sign of positive values. Values may be negative. */
  isSigned?: boolean;
  betterWhen: BetterWhen;
  source: string;
  place: Place;
  /** The protection of small counts. Absent if they are shown. */
  disclosure?: Disclosure;
}

/** Fields of the kinds whose results come from a survey. */
export interface SurveyFields {
  survey: Survey | undefined;
  /** A table or chart that names the survey includes this measure. */
  isListedUnderSurvey: boolean;
}

/** Fields of the kinds that report a change and may have a target. */
export interface ComparedFields {
  /** The period that a change is measured from: a word for it, or a quarter. */
  compareWith: ComparedPeriod | Period | undefined;
  comparePlace: Place;
  /**
   * The smallest change since the last quarter that the text mentions. It is a fraction: of the whole for percentages and
   * points, of the earlier value for others.
   */
  notable: number;
  /** The value to reach by the end of the project's year. `tolerance` is a share of it. */
  target: { figure: Figure; tolerance: number | undefined } | undefined;
  /** The change to reach since the compared period. */
  changeTarget: ChangeTargetField | undefined;
}

/** A target for a change: in per cent of the earlier value, in percentage points, or as a number in the measure's unit. */
export interface ChangeTargetField {
  figure: Figure;
  as: 'percent' | 'points' | 'number';
}

/** Fields of the kinds that compare counts. */
export interface CountFields {
  /** The variance of the counts, as a multiple of what chance alone would give. At least 1. */
  dispersion: number;
}

/** Fields of the kind whose results are by area. */
interface AreaFields {
  /** The number of areas at each end of the table. */
  ends: number;
  /** The measure with the result for all areas together. */
  overall: string | undefined;
  /** The number of people that a rate is for: 1,000. Undefined if the results are no rates. */
  per: number | undefined;
  /** The result by which areas are ranked. */
  rankBy: 'value' | 'change';
  /** The period that changes are measured from. Undefined if there are none. */
  compareWith: ComparedPeriod | Period | undefined;
  comparePlace: Place;
  /** The area that every other one is compared with. */
  comparedArea: { name: string; place: Place } | undefined;
}

/** A month from which the limits of a control chart are calculated anew. */
export interface Recalculation {
  /** "2014-10" */
  from: string;
  reason: string;
  place: Place;
}

/** The column of a data set with the months of a measure. */
export interface MonthsSource {
  set: string;
  column: string;
  /** The row of each monthly file. Undefined if the rows of a file are the months. */
  row: string | undefined;
  place: Place;
  /** The places of the names. */
  places: Record<'set' | 'column' | 'row', Place>;
}

/** The fields of each kind, in addition to those of every measure. */
interface FieldsOfKind {
  /** `window` of any kind is the time that each figure covers. */
  survey: SurveyFields & ComparedFields & { window: Window };
  'area-ranking': SurveyFields & CountFields & AreaFields & { window: Window };
  /** `groupNames` has the groups in words: "residents over 40". */
  'group-gap': SurveyFields &
    ComparedFields & { window: Window } & Record<
      'groups' | 'groupNames',
      { reference: string; other: string }
    >;
  'count-to-date': ComparedFields & CountFields;
  count: ComparedFields & CountFields & { window: CountWindow };
  /** `numerator` is a measure of the kind count-to-date or count, `population` an entry of `activity.yaml`. */
  rate: ComparedFields &
    CountFields & {
      numerator: string;
      population: { name: string; place: Place };
      per: number;
      window: Window;
    };
  /** `numerator` and `denominator` are measures of the kinds count-to-date and count. */
  'ratio-of-counts': ComparedFields & { numerator: string; denominator: string; window: Window };
  'control-chart': {
    /** The value to reach in each month. */
    target: Figure | undefined;
    recalculations: Recalculation[];
    /** The data set that has the months. Undefined if `activity.yaml` has them. */
    data: MonthsSource | undefined;
  };
  shares: object;
}

export type MeasureKind = keyof FieldsOfKind;

/** The measures of one kind, or of each kind of a union. */
export type MeasureOf<K extends MeasureKind> = {
  [Kind in K]: { kind: Kind } & MeasureFields & FieldsOfKind[Kind];
}[K];

/** One measure of `measures.yaml`. */
export type Measure = MeasureOf<MeasureKind>;

/** Returns true if a measure is of a kind. */
export function isOfKind<K extends MeasureKind>(
  measure: Measure,
  kind: K,
): measure is Extract<Measure, { kind: K }> {
  return measure.kind === kind;
}

/** Returns true if a data set has the months of a measure, and not `activity.yaml`. */
export function isFromDataSet(
  measure: Measure,
): measure is MeasureOf<'control-chart'> & { data: MonthsSource } {
  return isOfKind(measure, 'control-chart') && measure.data !== undefined;
}

/** Returns true if a measure's results come from a survey. */
export function isFromSurvey(measure: Measure): measure is Extract<Measure, SurveyFields> {
  return 'survey' in measure;
}

/** Returns true if a measure reports a change and may have a target. */
export function isCompared(measure: Measure): measure is Extract<Measure, ComparedFields> {
  return 'notable' in measure;
}
