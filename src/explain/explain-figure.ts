import type { Figure } from '../model/figure.js';
import { listPrintedFigures } from '../model/list-printed-figures.js';
import { findCellName } from './explain-cell.js';
import type { Explainable, FigureExplanation } from './explanation.js';

/** Explains a figure, with every place that prints it. */
export function explainFigure(figure: Figure, paper: Explainable): FigureExplanation {
  const printed = listPrintedFigures(paper.document).filter((entry) => isSameFigure(entry.figure, figure));
  return { kind: 'figure', name: figure.id, figure, cell: findCellName(figure.id, paper), printed };
}

/** Figures of several periods share an id, so the value and the line must match too. */
function isSameFigure(a: Figure, b: Figure): boolean {
  return (
    a.id === b.id && a.value === b.value && a.place.file === b.place.file && a.place.line === b.place.line
  );
}
