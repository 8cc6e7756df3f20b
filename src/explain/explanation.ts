import type { Document } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { PrintedFigure } from '../model/list-printed-figures.js';
import type { Manuscript } from '../model/manuscript.js';
import type { Place } from '../model/problem.js';

/** The results of all stages of a paper, which explanations are made from. */
export interface Explainable {
  inputs: Inputs;
  indicators: Indicators;
  manuscript: Manuscript;
  document: Document;
}

/** The source of one figure, and the places where it is printed. */
export interface FigureExplanation {
  kind: 'figure';
  name: string;
  figure: Figure;
  printed: PrintedFigure[];
}

/** The part of the paper that a label names, and the references to it. */
export interface LabelExplanation {
  kind: 'label';
  name: string;
  what: 'section' | 'appendix' | 'paragraph' | 'table' | 'chart' | 'diagram';
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

export type Explanation = FigureExplanation | LabelExplanation;
