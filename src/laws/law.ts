/** The names of the laws in `organisation.yaml`. Each has a file in this folder. */
export const LAW_IDS = [
  'england-local-authority',
  'england-executive',
  'nhs-board',
  'scotland',
  'wales',
  'none',
] as const;

export type LawId = (typeof LAW_IDS)[number];

/**
 * The law on access to the meetings and papers of one kind of body, as data. Null means that the law has no such rule.
 * The documentation and `papers check --laws` print it.
 */
export interface Law {
  id: LawId;
  /** The kind of body: "Local authority in England". */
  name: string;
  /** The bodies that it applies to, and since when, in one or two sentences. */
  covers: string;
  /** The time between the publication of a paper and its meeting. */
  notice: NoticeRule | null;
  /** The way to consider a paper that is late. */
  urgency: Rule | null;
  /** The list of background papers in each report. */
  backgroundPapers: Rule | null;
  /** The descriptions of matters that may be considered without the public. */
  exemption: Exemption | null;
  /** The time for which the public may inspect papers after the meeting. */
  inspection: { reports: TermRule; backgroundPapers: TermRule } | null;
  /** The notice of an important decision, before it is made. */
  keyDecisions: NoticeRule | null;
  /** The notice of a meeting, or a part of one, without the public. */
  privateMeetings: NoticeRule | null;
  /** Further duties that the program does not check. */
  others: Rule[];
}

/** A rule of law. */
export interface Rule {
  /** The demand, in a sentence. */
  says: string;
  /** The Act and section: "Local Government Act 1972, section 100D(1)". */
  source: string;
  /** The part that the source does not state, and the reason for assuming it. Absent if nothing is assumed. */
  assumed?: string;
}

/** A rule about clear days before a meeting: neither its day nor the day of the notice counts. */
export interface NoticeRule extends Rule {
  days: number;
  /** True if only working days count, without weekends and bank holidays. */
  workingDaysOnly: boolean;
}

/** A rule about a period that begins with the day of the meeting. */
interface TermRule extends Rule {
  years: number;
}

export interface Exemption extends Rule {
  /** The words after "paragraph 3 of": "Schedule 12A to the Local Government Act 1972". Null if the law has no paragraphs. */
  schedule: string | null;
  /** The paragraphs, with what each describes. Empty if the law has none. */
  paragraphs: { id: string; describes: string }[];
  /** The test that each use of a paragraph must meet. Null if the law has none. */
  publicInterest: Rule | null;
}
