import type { Figure } from '../model/figure.js';
import { listPrintedFigures } from '../model/list-printed-figures.js';
import type { Explainable, FigureExplanation } from './explanation.js';

/** What stands behind a figure. It is printed wherever the same value of the same name from the same line stands. */
export function explainFigure(figure: Figure, { document }: Explainable): FigureExplanation {
  const printed = listPrintedFigures(document).filter(
    ({ figure: one }) =>
      one.id === figure.id &&
      one.value === figure.value &&
      one.place.file === figure.place.file &&
      one.place.line === figure.place.line,
  );
  return { kind: 'figure', name: figure.id, figure, printed };
}
