import type { AxisPeriods } from './axis-periods.js';
import type { ChartRows } from './chart-rows.js';
import type { DiagramData } from './drawing.js';
import type { PdfVersion } from './pdf-standards.js';
import type { Markup } from './markup.js';
import type { Place } from './problem.js';
import type { CheckRule } from './check-rules.js';
import type { Severity } from './rule.js';

/** The parts that all papers of one kind share. */
export interface Template {
  id: string;
  title: string;
  headerLayout: 'list' | 'grid';
  headerFields: HeaderField[];
  /** The texts of the running head and foot, where they differ from the defaults. */
  running: Record<'head' | 'foot', Partial<Record<'left' | 'centre' | 'right', Markup>>>;
  numbering: {
    sections: 'letters' | 'numbers' | 'none';
    paragraphs: 'continuous' | 'restarting' | 'nested' | 'none';
    appendices: 'numbers' | 'letters';
    /** `nested` numbers headings below their section, and nested paragraphs below their heading. */
    headings: 'none' | 'nested';
    /** The marks of numbered lists, from the outer list inwards. The last one applies to all deeper lists. */
    lists: ('numbers' | 'letters' | 'roman')[];
    /** The first numbers, from 1: 8 is Appendix H. */
    start: Record<NumberedPart, number>;
  };
  words: LabelWords;
  /** The word before the number of the paper: "Report 12a". */
  paperWord: string;
  /** `after` is the section that the PDF prints the list after. Null prints it before all. */
  contents: { title: string; show: 'auto' | 'always' | 'never'; after: string | null };
  sections: TemplateSection[];
  /** In printed order, with those of the paper's own file. */
  appendices: TemplateAppendix[];
  requiredNarrative: string[];
  /** The kinds of clearance that a final paper needs. */
  clearance: string[];
  /** The version of PDF that papers of this kind are in. Null if the theme decides. */
  pdfVersion: PdfVersion | null;
  /** The rules with another severity than their default. */
  rules: Partial<Record<CheckRule, Severity | 'off'>>;
  partials: Record<string, Markup>;
  tables: TableSpec[];
  charts: ChartSpec[];
  diagrams: DiagramSpec[];
  place: Place;
}

/** The parts that can start at another number than 1. */
export type NumberedPart = 'sections' | 'paragraphs' | 'appendices';

interface HeaderField {
  id: string;
  name: string;
  /** The default for papers that do not fill in the field. */
  value: Markup | undefined;
  isRequired: boolean;
}

/** The words before a number: "Table 1", "paragraph 43", "Appendix A". */
export interface LabelWords {
  paragraph: string;
  paragraphs: string;
  section: string;
  table: string;
  chart: string;
  diagram: string;
  picture: string;
  appendix: string;
}

/** The purpose of a section for the law and for members, independent of its heading. */
export type SectionRole = 'recommendation' | 'background-papers' | 'contact';

export interface TemplateSection {
  id: string;
  title: string;
  /** True if the section gets a letter or number. */
  isLettered: boolean;
  /** True if its paragraphs are numbered. */
  isNumbered: boolean;
  isMandatory: boolean;
  role: SectionRole | undefined;
  markup: Markup;
}

export interface TemplateAppendix {
  id: string;
  title: string;
  /** The position. Infinity puts the appendix after those that have one. */
  order: number;
  markup: Markup;
  /** The day on which its text is expected. Null if the text is there. */
  toFollow: { date: string; place: Place } | null;
  /** The reason for not publishing it. Null if it is published. */
  restricted: { reason: string; place: Place } | null;
}

export interface TableSpec {
  id: string;
  title: Markup;
  notes: Markup[];
  content: TableContent;
  place: Place;
}

/** The content of a table, by kind. Measures are named by id. */
export type TableContent =
  | {
      kind: 'trend';
      /** Measures, and headings for the rows below them. */
      rows: (string | { group: Markup })[];
      heading: Markup;
      /** The names of the columns of periods. Null leaves these columns out. */
      periods: 'labels' | 'dates' | null;
      columns: (MeasureColumn | WordColumn)[];
    }
  | { kind: 'ranking'; measure: string; columns: AreaColumn[] }
  | {
      kind: 'counts';
      measures: string[];
      heading: Markup;
      valueHeading: Markup;
      /** The number of pairs of columns side by side. */
      columns: number;
    }
  | ({ kind: 'data' } & DataTable);

/** A table of a data set. */
export interface DataTable {
  set: string;
  /** The columns from left to right. Null prints every column. */
  columns: string[] | null;
  /** Headings above the headings of some columns. */
  heads: { label: Markup; columns: string[] }[];
  /** The order of rows. Null keeps that of the file. */
  sort: { by: string; order: 'ascending' | 'descending' } | null;
  /** The number of rows, from the first. Null prints all. */
  top: number | null;
  /** The values that a row must have, by column. */
  where: Record<string, (string | number)[]>;
  /** False leaves out the totals of groups. */
  subtotals: boolean;
  columnNotes: Record<string, Markup>;
  rowNotes: Record<string, Markup>;
}

/** A column of a table of measures. */
interface MeasureColumn {
  show: MeasureColumnName;
  heading: Markup;
}

/** A column of the author's own words, by measure. A measure without words has a dash. */
interface WordColumn {
  words: Record<string, Markup>;
  heading: Markup;
}

export type MeasureColumnName =
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
  | 'status'
  | 'change-target'
  | 'change-status'
  | 'from-target'
  | 'variation'
  | 'assurance';

/** A column of a league table. */
export interface AreaColumn {
  show: AreaColumnName;
  heading: Markup;
}

export type AreaColumnName =
  | 'rank'
  | 'area'
  | 'value'
  | 'interval'
  | 'base'
  | 'count'
  | 'earlier'
  | 'change'
  | 'change-interval'
  | 'verdict'
  | 'rank-range'
  | 'overall'
  | 'compared-area'
  | 'family-average'
  | 'family'
  | 'funnel';

export interface ChartSpec {
  id: string;
  title: Markup;
  subtitle: Markup;
  alternative: Markup;
  notes: Markup[];
  /** The chart whose number this chart shares: 1a, 1b. */
  sharesNumberWith: string | undefined;
  content: ChartContent;
  place: Place;
}

/** The content of a chart, by kind. Measures are named by id. */
export type ChartContent =
  | ({ kind: 'trend'; measures: string[]; emphasis: string | undefined } & TrendAxis)
  | { kind: 'ranking'; measure: string }
  | {
      kind: 'control';
      measure: string;
      /** The number of months, up to the latest. Null shows all. */
      last: number | null;
    }
  | ({ kind: 'bars' } & ChartRows)
  | ({ kind: 'columns' } & ChartRows)
  | ({ kind: 'grouped' } & ChartRows & { direction: 'across' | 'up' })
  | ({ kind: 'stacked' } & ChartRows & { direction: 'across' | 'up' })
  | ({ kind: 'diverging' } & ChartRows & { ends: { below: string; above: string } | null })
  | ({ kind: 'lines' } & ChartRows & { emphasis: string | undefined })
  | ({ kind: 'slopes' } & ChartRows)
  | ({ kind: 'dots' } & ChartRows & { isLogarithmic: boolean });

/** The periods along the axis of a chart of measures. */
interface TrendAxis {
  /** The length of the periods. Null takes periods as long as the paper's. */
  over: AxisPeriods | null;
  /** The number of periods, up to the latest. Null shows all. */
  last: number | null;
  /** The place of `over:`, or of the chart. */
  overPlace: Place;
}

export interface DiagramSpec {
  id: string;
  title: Markup;
  alternative: Markup;
  notes: Markup[];
  data: DiagramData;
  place: Place;
}
