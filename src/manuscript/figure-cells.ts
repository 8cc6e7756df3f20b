import {
  DASH,
  writeBaseCell,
  writeFigureCell,
  writeIntervalCell,
  writeMissingCell,
  type CellText,
} from '../format/cell-texts.js';
import type { Figure } from '../model/figure.js';
import type { Inline } from '../model/inline.js';

/**
 * Makes a cell with a figure, without the words of its unit. A missing figure shows only that it is missing; the reason goes
 * into a note under the table.
 */
export function makeFigureCell(figure: Figure | undefined): Inline[] {
  return makeCell(writeFigureCell(figure));
}

export function makeIntervalCell(figure: Figure): Inline[] {
  return makeCell(writeIntervalCell(figure));
}

export function makeBaseCell(figure: Figure): Inline[] {
  return makeCell(writeBaseCell(figure));
}

export function makeMissingCell(figure: Figure): Inline[] {
  return makeCell(writeMissingCell(figure));
}

/** Makes a cell of its text. The text of a figure is linked to it. */
export function makeCell({ text, figure }: CellText): Inline[] {
  return figure ? makeValueCell(text, figure) : makeTextCell(text);
}

/** Makes a cell whose text is linked to a figure, so that the figure reaches `figures.csv`. */
export function makeValueCell(text: string, figure: Figure): Inline[] {
  return [{ kind: 'value', text, figure }];
}

export function makeTextCell(text: string): Inline[] {
  return [{ kind: 'text', text }];
}

/** Makes the cell of a row to which the column does not apply. */
export function makeDashCell(): Inline[] {
  return makeCell(DASH);
}
