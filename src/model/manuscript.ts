import type { DiagramData } from './drawing.js';
import type { Figure } from './figure.js';
import type { Fragment } from './fragment.js';
import type { Inline } from './inline.js';
import type { Place } from './problem.js';
import type { UsedCell } from './used-cell.js';

/** A paper with its templates and narrative rendered to Markdown, before numbering. */
export interface Manuscript {
  title: string;
  /** One sentence about the paper. */
  subject: Fragment;
  /** False if some markup was invalid and is left out. Labels in that markup are then missing. */
  isComplete: boolean;
  /** The labels of paragraphs in narrative that no section prints. A reference to one of them is not at fault. */
  unplacedLabels: string[];
  header: { name: string; value: Fragment }[];
  /** The texts of the running head and foot that the template sets. */
  running: Record<'head' | 'foot', Partial<Record<'left' | 'centre' | 'right', Fragment>>>;
  sections: ManuscriptSection[];
  appendices: ManuscriptSection[];
  tables: Record<string, ManuscriptTable>;
  charts: Record<string, ManuscriptChart>;
  diagrams: Record<string, ManuscriptDiagram>;
  /** Lists the figures that templates can reach. It takes a while, and few papers need it. */
  listNamedFigures: () => NamedFigure[];
  /** The cells of data sets that no table prints and that can have mistakes. They are checked like printed ones. */
  unprinted: Fragment[];
  /** The cells of data sets that templates and helpers read, apart from printed tables. */
  readCells: UsedCell[];
}

/** A figure that templates can reach. */
export interface NamedFigure {
  /** "measures.confidence.value"; for an item of a list, the path of the list: "shares.genders.parts". */
  path: string;
  /** The item of the list, in words: "female". Null for a figure with a path of its own. */
  item: string | null;
  figure: Figure;
}

export interface ManuscriptSection {
  id: string;
  title: string;
  isLettered: boolean;
  isNumbered: boolean;
  isMandatory: boolean;
  body: Fragment;
  place: Place;
}

export interface ManuscriptTable {
  title: Fragment;
  columns: {
    heading: string | Fragment;
    align: 'left' | 'right' | 'decimal';
    letter?: string;
    /** True if its cells head their rows. Absent in all columns if the first column does. */
    headsRows?: true;
  }[];
  /** Headings above those of columns. */
  heads?: { heading: Fragment; start: number; span: number }[];
  rows: { kind: 'data' | 'group' | 'gap' | 'total'; cells: Cell[]; letter?: string }[];
  notes: Fragment[];
  /** The note of each letter, by its index in `notes`. Headings of columns and rows cite letters. */
  letters?: Record<string, number>;
  /** The cells of data sets that the table shows. */
  cells: UsedCell[];
  place: Place;
}

/** A table cell: the author's Markdown, or inlines that the program generated. */
export type Cell = Fragment | Inline[];

/** The link of a generated mark in a cell. It leads to the table's first note, which explains such marks. */
export const FIRST_NOTE_LINK = '#own-note';

export interface ManuscriptChart {
  title: Fragment;
  subtitle: Fragment;
  alternative: Fragment;
  /** The program's own description of the drawing, after the author's alternative. */
  alternativeEnd: string | null;
  notes: Fragment[];
  dataColumns: string[];
  data: { label: string; cells: Inline[][] }[];
  /** The cells of data sets that decide on its rows. */
  cells: UsedCell[];
  place: Place;
}

export interface ManuscriptDiagram {
  title: Fragment;
  alternative: Fragment;
  notes: Fragment[];
  data: DiagramData;
  place: Place;
}
