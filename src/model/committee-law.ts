import type { Law, LawId } from '../laws/law.js';
import type { NoticeCalendar } from './count-clear-days.js';
import type { Place } from './problem.js';

/** The law of a committee, with the project's settings over it. */
export interface CommitteeLaw {
  /** The law that the project states. Null if it states none. */
  stated: LawId | null;
  /** The stated law. If the project states none, the law of local authorities in England. */
  law: Law;
  /** The time between publication and the meeting. Null if no law is stated and the project sets none. */
  notice: RequiredNotice | null;
  /** The years that papers stay open to inspection after the meeting. Null as for `notice`. */
  inspection: { reports: number; backgroundPapers: number } | null;
}

export interface RequiredNotice {
  days: number;
  calendar: NoticeCalendar;
  /** The place of the project's own setting. Null if the law sets the notice. */
  setting: Place | null;
}
