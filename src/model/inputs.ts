/**
 * What the first stage gives the others: the author's files, validated and made easy to use. Optional keys that an author
 * left out are `undefined`; nothing here knows how YAML is written.
 */
import type { NoticeCalendar } from './count-clear-days.js';
import type { Status } from './edition.js';
import type { Markup } from './markup.js';
import type { Measure, Survey } from './measure.js';
import type { Place } from './problem.js';
import type { Quarter } from './quarter.js';
import type { QuarterData } from './quarter-data.js';
import type { CheckRule } from './rules.js';
import type { Template } from './template.js';
import type { Theme } from './theme.js';
import type { Unreviewed } from './unreviewed.js';

export interface Inputs {
  quarter: Quarter;
  paper: Paper;
  meeting: Meeting;
  /** The meetings that the paper goes to, the first of which is `meeting`. */
  paperMeetings: Meeting[];
  /** Every meeting on file, newest last: papers of other meetings can be cited. */
  meetings: Meeting[];
  organisation: Organisation;
  surveys: Survey[];
  measures: Measure[];
  /** What the paper counts: a number in words before one of these is a figure. */
  units: string[];
  /** The quarters on file up to this one, oldest first; the last is this one. */
  history: QuarterData[];
  /** Later quarters with figures on file, where no later paper of the kind reports on them. */
  laterQuarters: Quarter[];
  /** The narrative of the newest earlier paper of this kind. Null where there is none. */
  previous: { quarter: Quarter; narrative: NarrativeGroup[] } | null;
  template: Template;
  theme: Theme;
  /** Where each colour of the theme stands. */
  colourPlaces: Partial<Record<string, Place>>;
  files: SourceFile[];
}

export interface SourceFile {
  /** Relative to the project, with `/`. */
  path: string;
  text: string;
  /** As it lies on the disk. */
  bytes: Uint8Array;
}

export interface Paper {
  id: string;
  meetingId: string;
  /** Further meetings that the same paper goes to. */
  alsoFor: { meetingId: string; place: Place }[];
  /** What its author declares; an issued version's number decides. */
  status: Status;
  statusPlace: Place;
  /** The date that the outputs carry unless the command line says otherwise. */
  madeAt: Date;
  published: string | undefined;
  /** Why it is published later than the notice of its meeting allows. */
  urgency: string | undefined;
  /** Considered without the public: under a paragraph of Schedule 12A, which its author may have left out. Null: in public. */
  exempt: { paragraph: string | undefined } | null;
  /** Who has cleared it for what, and when. */
  clearance: { id: string; name: string; date: string; place: Place }[];
  /** Appendices that are published later, and by when. */
  toFollow: { id: string; date: string; place: Place }[];
  /** One sentence on what the paper is. */
  description: Markup;
  keywords: string[];
  marking: string | undefined;
  /** The header block's values by the field's id. */
  header: Record<string, Markup>;
  narrative: NarrativeGroup[];
  /** The labels of paragraphs carried over from an earlier paper that nobody has dealt with yet. */
  unreviewed: Unreviewed[];
  /** Rules that this paper does not keep, and why not: the archive records them. */
  switchedOff: { rule: CheckRule; reason: string }[];
  place: Place;
  /** Of each key at the top of the file. */
  places: Partial<Record<string, Place>>;
}

interface NarrativeGroup {
  id: string;
  place: Place;
  entries: { label: string; markup: Markup }[];
}

export interface Meeting {
  id: string;
  date: string;
  committee: { id: string; name: string };
  papers: TabledPaper[];
}

interface TabledPaper {
  id: string;
  title: string;
  /** "8", "12a". Undefined where it has not been given yet. */
  number: string | undefined;
  author: string;
  /** Published later than the agenda. */
  toFollow: boolean;
  place: Place;
}

export interface Organisation {
  name: string;
  short: string;
  language: string;
  acronyms: { term: string; expansion: string; place: Place }[];
  /** Words with digits or capitals that are names: G20, HSBC, 999. */
  names: string[];
  contacts: { id: string; name: string; telephone: string }[];
  areas: { count: number; singular: string; plural: string };
  /** The clear days that papers must be published before a meeting, and how they are counted. Null where none are laid down. */
  notice: { days: number; calendar: NoticeCalendar } | null;
  /** How many years papers stay open to inspection, from the date of the meeting. Null where it is not laid down. */
  retention: { reports: number; backgroundPapers: number } | null;
  /** The body that has replaced it, and what a reader of its archive is told. */
  successor: { name: string; notice: string } | null;
}
