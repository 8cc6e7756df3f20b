import type { Document } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { PrintedFigure } from '../model/list-printed-figures.js';
import type { Manuscript } from '../model/manuscript.js';
import type { Place } from '../model/problem.js';

/** A paper from its data to its pages: what an explanation is drawn from. */
export interface Explainable {
  inputs: Inputs;
  indicators: Indicators;
  manuscript: Manuscript;
  document: Document;
}

/** What stands behind one number, and where it is printed. */
export interface FigureExplanation {
  kind: 'figure';
  name: string;
  figure: Figure;
  printed: PrintedFigure[];
}

/** What a label names, and who cites it. */
export interface LabelExplanation {
  kind: 'label';
  name: string;
  what: 'section' | 'appendix' | 'paragraph' | 'table' | 'chart' | 'diagram';
  /** As it is cited: "paragraph 12", "Table 1"; null where it has no number. */
  number: string | null;
  title: string;
  section: string;
  place: Place;
  citedBy: Citation[];
  printed: PrintedFigure[];
}

/** One reference to it, or to a range that it lies in. */
export interface Citation {
  /** "paragraph 12", "Table 1", "appendix text". */
  where: string;
  place: Place;
  /** The range's first and last label, where it is cited within one. */
  range: { from: string; to: string } | null;
}

export type Explanation = FigureExplanation | LabelExplanation;
