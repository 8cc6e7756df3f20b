import type { LawId } from '../laws/law.js';
import type { Period, PeriodKind } from '../model/period.js';

/** Everything that a new project needs to know about its authority and its first paper. */
export interface Answers {
  /** The full name of the authority. */
  authority: string;
  committee: string;
  /** The law on access to the authority's meetings. */
  law: LawId;
  /** The title of the paper. */
  title: string;
  /** The first period that the paper reports on. It is of any kind, and knows the month with which the years start. */
  period: Period;
  /** The day of the meeting, as YYYY-MM-DD. */
  meeting: string;
}

/** The answers that the user has given so far. */
export interface GivenAnswers extends Partial<Answers> {
  /** The kind of period between two papers. It follows from the period as well. */
  every?: PeriodKind;
  /** The month with which the authority's years start, from 1 to 12. */
  yearStarts?: number;
}
