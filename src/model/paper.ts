import type { Status } from './edition.js';
import type { Exemption } from './exemption.js';
import type { Markup } from './markup.js';
import type { Place } from './problem.js';
import type { CheckRule } from './check-rules.js';
import type { NumberedPart } from './template.js';
import type { Unreviewed } from './unreviewed.js';

/** The author's file of one paper. */
export interface Paper {
  id: string;
  meetingId: string;
  /** Further meetings that consider the same paper. */
  alsoFor: { meetingId: string; place: Place }[];
  /** The status that the author sets. The number of an issued version overrides it. */
  status: Status;
  statusPlace: Place;
  /** The date in the outputs. The command line can override it. */
  madeAt: Date;
  published: string | undefined;
  /** The reason for publishing later than the notice period allows. */
  urgency: string | undefined;
  /** The parts that the public must not read, and the reasons. Empty for a paper that is public as a whole. */
  exempt: Exemption[];
  /** Words and numbers of exempt parts that may stand in the public edition. */
  alsoPublic: string[];
  /** The key decision that it asks for. Null if it asks for none; undefined if it does not say. */
  keyDecision: { announced: string } | null | undefined;
  /** The day on which the notice of a private meeting was published. */
  privateMeeting: { announced: string } | null;
  /** The people who cleared the paper, with the date. `id` names what they cleared it for. */
  clearance: { id: string; name: string; date: string; place: Place }[];
  /** Checks of accessibility by people. `on` is a day, and `what` a sentence. */
  accessibilityChecks: { by: string; on: string; what: string }[];
  /** The appendices of this paper only, and what is special about those of the template. */
  appendices: PaperAppendix[];
  /** The first numbers of this paper, as typed, where they differ from the template's. */
  starts: NumberingStart[];
  /** One sentence about the paper. */
  description: Markup;
  keywords: string[];
  marking: string | undefined;
  /** The values of the header block, by the id of the field. */
  header: Record<string, Markup>;
  narrative: NarrativeGroup[];
  /** Paragraphs that were carried over from an earlier paper and still need review. */
  unreviewed: Unreviewed[];
  /** Rules that are switched off for this paper. The archive records the reasons. */
  switchedOff: { rule: CheckRule; reason: string }[];
  place: Place;
  /** The places of the keys at the top level of the file. */
  places: Partial<Record<string, Place>>;
}

/** An entry for an appendix. `title` is undefined for an appendix of the template. */
export interface PaperAppendix {
  id: string;
  title: string | undefined;
  order: number | undefined;
  markup: Markup | undefined;
  toFollow: { date: string; place: Place } | null;
  restricted: { reason: string; place: Place } | null;
  place: Place;
}

/** A first number as the author typed it: 42, or H for an appendix. */
export interface NumberingStart {
  part: NumberedPart;
  value: string | number;
  place: Place;
}

/** The narrative of one section. */
export interface NarrativeGroup {
  id: string;
  place: Place;
  entries: { label: string; markup: Markup }[];
}
