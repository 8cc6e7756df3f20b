import type { Document } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { PrintedFigure } from '../model/list-printed-figures.js';
import type { Manuscript } from '../model/manuscript.js';
import type { ColumnType, DataSet } from '../model/data-set.js';
import type { Place, Problem } from '../model/problem.js';

/** The results of all stages of a paper, which explanations are made from. */
export interface Explainable {
  inputs: Inputs;
  indicators: Indicators;
  manuscript: Manuscript;
  document: Document;
  problems: Problem[];
}

/** The source of one figure, and the places where it is printed. */
export interface FigureExplanation {
  kind: 'figure';
  name: string;
  figure: Figure;
  /** The row and column of a data set. Null for other figures. */
  cell: CellName | null;
  printed: PrintedFigure[];
}

/** The row and the column of a cell, as the file of the data set names them. */
export interface CellName {
  row: string;
  column: string;
}

/** A cell of a data set that holds words. */
export interface CellExplanation extends CellName {
  kind: 'cell';
  name: string;
  text: string;
  /** The line of its row. */
  place: Place;
}

/** A data set as the program understood it. */
export interface DataSetExplanation {
  kind: 'data-set';
  name: string;
  title: string;
  file: string;
  /** Only of a workbook. */
  sheet: string | null;
  /** The row of the headings, counted from 1. Null for rows in YAML. */
  headerRow: number | null;
  /** True if `data/datasets.yaml` lists the columns. */
  isDefined: boolean;
  period: string;
  source: string;
  owner: string | null;
  due: string | null;
  columns: ColumnExplanation[];
  /** The column that names the rows. */
  key: string;
  rows: { name: string; label: string; place: Place }[];
  groups: { column: string; sizes: Record<string, number> } | null;
  totals: string[];
  /** The threshold of small counts. Null if all are shown. */
  hidesCountsBelow: number | null;
  /** The names of cells that the author still has to fill in. */
  toCome: string[];
  unreviewed: string[];
  /** The treatment of the rows by the next period. */
  nextPeriod: DataSet['carry'];
  problems: Problem[];
}

export interface ColumnExplanation {
  name: string;
  /** The heading in the file. Null for a computed column, and for one without cells in YAML. */
  heading: string | null;
  /** The heading in print, in which `{{…}}` may stand. */
  label: string;
  /** Null for a computed column. */
  type: ColumnType | null;
  /** The origin of the type: the definition, or all cells of the column. */
  typeFrom: 'definition' | 'cells' | 'computed';
  unit: string | null;
  places: number | null;
  /** The steps of a scale. */
  steps: string[];
  /** The computation in words. Null for a column that the author fills in. */
  formula: string | null;
  betterWhen: string | null;
  /** The number of cells with a value or a mark. */
  filled: number;
  marks: Record<string, number>;
}

/** The part of the paper that a label names, and the references to it. */
export interface LabelExplanation {
  kind: 'label';
  name: string;
  what: 'section' | 'appendix' | 'paragraph' | 'table' | 'chart' | 'diagram' | 'picture';
  /** The number as references print it: "paragraph 12", "Table 1". Null for a part without a number. */
  number: string | null;
  /** Empty for a paragraph. */
  title: string;
  section: string;
  place: Place;
  citedBy: Citation[];
  printed: PrintedFigure[];
}

/** One reference to a label, alone or in a range. */
export interface Citation {
  /** The citing part: "paragraph 12", "Table 1", "appendix text". */
  where: string;
  place: Place;
  /** The first and the last label of the range. Null for a reference to the label alone. */
  range: { from: string; to: string } | null;
}

export type Explanation = FigureExplanation | LabelExplanation | DataSetExplanation | CellExplanation;
