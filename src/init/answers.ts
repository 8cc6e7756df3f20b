import type { Period } from '../model/period.js';

/** Everything that a new project needs to know about its authority and its first paper. */
export interface Answers {
  /** The full name of the authority. */
  authority: string;
  committee: string;
  /** The title of the paper. */
  title: string;
  /** The first quarter that the paper reports on. */
  period: Period;
  /** The day of the meeting, as YYYY-MM-DD. */
  meeting: string;
}
