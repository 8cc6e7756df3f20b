/**
 * What the first stage gives the others: the author's files, validated and made easy to use. Optional keys that an author
 * left out are `undefined`; nothing here knows how YAML is written.
 */
import type { NoticeCalendar } from './clear-days.js';
import type { DiagramData } from './drawing.js';
import type { Figure, Unit } from './figure.js';
import type { BetterWhen } from './indicator.js';
import type { Place } from './problem.js';
import type { Quarter } from './quarter.js';
import type { CheckRule, Severity } from './rules.js';
import type { Theme } from './theme.js';

export interface Inputs {
  quarter: Quarter;
  paper: Paper;
  meeting: Meeting;
  /** The meetings that the paper goes to, the first of which is `meeting`. */
  goesTo: Meeting[];
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

/** A piece of Markdown with Handlebars, and where it stands: column 1 of the text's line 1 is at `place`. */
export interface Markup {
  text: string;
  /** The first line's place. Every line is indented alike, so columns are shifted by the same number. */
  place: Place;
}

export interface Paper {
  id: string;
  meetingId: string;
  /** Further meetings that the same paper goes to. */
  alsoFor: { meetingId: string; place: Place }[];
  /** What its author declares; an issued version's number decides. */
  status: 'draft' | 'final';
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

/** What was carried over, by its name, and where it stands. `listed`: where the list of such says so. */
export interface Unreviewed {
  name: string;
  place: Place;
  listed: Place;
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
export function tooFewAsked(base: number | undefined, survey: Survey | undefined): string | null {
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

/** One quarter's figures. A figure that is not published is not in here. */
export interface QuarterData {
  quarter: Quarter;
  /** Survey measures as published: rolling twelve months that end with the quarter. */
  rolling: Record<string, Figure>;
  /** Survey measures by the quarter's own interviews. */
  waves: Record<string, Answers>;
  /** The groups of a gap, by measure and group. */
  groups: Record<string, Record<string, Answers>>;
  /** Counts from the start of the financial year to the end of the quarter. */
  toDate: Record<string, Figure>;
  /** Counts within the quarter. */
  inQuarter: Record<string, Figure>;
  /** Counts by month, in order; a month that was not counted has a figure without value. */
  months: Record<string, { month: string; figure: Figure }[]>;
  /** What rates are worked out over. */
  populations: Record<string, Figure>;
  areas: Record<string, AreaFigures>;
  shares: Record<string, { id: string; name: string; figure: Figure }[]>;
  facts: Record<string, Figure>;
  /** Lists that templates walk: events, commitments and the like. */
  lists: Record<string, ItemList>;
}

/** The answers of one survey wave. For an unweighted survey the weighted sums are the plain ones. */
export interface Answers {
  /** The share who gave the answer, with its base. */
  figure: Figure;
  base: number;
  weightedBase: number;
  weightedCount: number;
  /** Null where it is not known. */
  designEffect: number | null;
}

export interface AreaFigures {
  place: Place;
  /** What a reader must know of them. */
  note: string | undefined;
  /** Why no area has a result, where none has. */
  reason: string | undefined;
  /** How many areas there are; the published ones may be fewer. */
  of: number;
  /** Why bases are assumed, where they are. */
  assumed: string | undefined;
  published: { id: string; name: string; figure: Figure }[];
}

/**
 * Items as plain objects of strings; dates as the paper prints them. A list that is still to come has one item, each part of
 * which is a figure without value, so that whatever prints it says so.
 */
export interface ItemList {
  items: Record<string, string | Figure>[];
  /** The time that the list is about, where it has one: "28 March to 3 April 2009". */
  period: string | Figure;
  source: string;
  /** Those of its items that were carried over and that nobody has dealt with yet. */
  unreviewed?: Unreviewed[];
}

/** The standing part of one kind of paper. */
export interface Template {
  id: string;
  title: string;
  headerLayout: 'list' | 'grid';
  headerFields: HeaderField[];
  numbering: {
    sections: 'letters' | 'numbers' | 'none';
    paragraphs: 'continuous' | 'restarting' | 'nested' | 'none';
    appendices: 'numbers' | 'letters';
    /** Whether headings are numbered below their section, and nested paragraphs below them. */
    headings: 'none' | 'nested';
    /** How numbered lists are marked, from the outermost inwards; the last holds for all below it. */
    lists: ('numbers' | 'letters' | 'roman')[];
  };
  words: LabelWords;
  /** The heading of the contents list; undefined where there is none. */
  contentsTitle: string | undefined;
  sections: TemplateSection[];
  appendices: TemplateSection[];
  requiredNarrative: string[];
  /** What a final paper of this kind must be cleared for. */
  clearance: string[];
  /** How grave a breach is in papers of this kind, where it is not what the rule says of itself. */
  rules: Partial<Record<CheckRule, Severity | 'off'>>;
  partials: Record<string, Markup>;
  tables: TableSpec[];
  charts: ChartSpec[];
  diagrams: DiagramSpec[];
  place: Place;
}

interface HeaderField {
  id: string;
  name: string;
  /** What it says where the paper does not say it. */
  value: Markup | undefined;
  required: boolean;
}

/** The words before a number: "Table 1", "paragraph 43", "Appendix A". */
export interface LabelWords {
  paragraph: string;
  paragraphs: string;
  section: string;
  table: string;
  chart: string;
  diagram: string;
  appendix: string;
}

/** What the law and members look for in a section, whatever its heading. */
export type SectionRole = 'recommendation' | 'background-papers' | 'contact';

export interface TemplateSection {
  id: string;
  title: string;
  /** Counts in the lettering. */
  lettered: boolean;
  /** Its paragraphs are numbered. */
  numbered: boolean;
  mandatory: boolean;
  role: SectionRole | undefined;
  markup: Markup;
}

export interface TableSpec {
  id: string;
  title: Markup;
  notes: Markup[];
  content: TableContent;
  place: Place;
}

export type TableContent =
  | {
      kind: 'trend';
      /** The rows: a measure's id, or a heading for those after it. */
      rows: (string | { group: string })[];
      heading: string;
      periods: boolean;
      columns: MeasureColumn[];
    }
  | { kind: 'ranking'; measure: string; columns: AreaColumn[] }
  | { kind: 'counts'; measures: string[]; heading: string; valueHeading: string; columns: number }
  | { kind: 'list'; list: string; columns: { heading: string; cell: Markup; align: 'left' | 'right' }[] };

/** What a column of a table of measures shows of each. */
export interface MeasureColumn {
  show:
    | 'value'
    | 'interval'
    | 'base'
    | 'earlier'
    | 'change'
    | 'change-interval'
    | 'percent-change'
    | 'p-value'
    | 'largest-design-effect'
    | 'verdict'
    | 'projection'
    | 'target'
    | 'status';
  heading: string;
}

/** What a column of a league table shows of each area. */
export interface AreaColumn {
  show: 'rank' | 'area' | 'value' | 'interval' | 'base' | 'rank-range' | 'funnel';
  heading: string;
}

export interface ChartSpec {
  id: string;
  title: Markup;
  subtitle: Markup;
  alternative: Markup;
  notes: Markup[];
  /** The chart whose number it shares: 1a, 1b. */
  with: string | undefined;
  content:
    | { kind: 'trend'; measures: string[]; emphasis: string | undefined }
    | { kind: 'ranking'; measure: string }
    | { kind: 'dots'; measures: string[] }
    | { kind: 'control'; measure: string };
  place: Place;
}

export interface DiagramSpec {
  id: string;
  title: Markup;
  alternative: Markup;
  notes: Markup[];
  data: DiagramData;
  place: Place;
}
