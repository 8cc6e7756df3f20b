import { formatNumber } from '../format/numbers.js';
import { formatSignedPointsWithUnit } from '../format/signed-value.js';
import { formatInterval, formatMargin, formatValue } from '../format/figures.js';
import { isConfidential } from '../model/disclosure.js';
import { isToCome, TO_COME, type Figure } from '../model/figure.js';
import type { Inline } from '../model/inline.js';
import { MARKS } from '../model/mark.js';

/**
 * Makes a cell with a figure, without the words of its unit. A missing figure shows only that it is missing; the reason goes
 * into a note under the table.
 */
export function makeFigureCell(figure: Figure | undefined): Inline[] {
  if (!figure) return makeTextCell('not available');
  if (figure.value === null) return makeMissingCell(figure);
  return makeValueCell(formatFigureCell(figure), figure);
}

/** Formats a figure for a cell, with the margin that its source publishes: "49% (±2)". */
export function formatFigureCell(figure: Figure): string {
  const { value, unit, places } = figure;
  const number = unit === 'points' ? formatSignedPointsWithUnit(value ?? 0, places) : formatValue(figure);
  const margin = formatMargin(figure);
  const text = margin === null ? number : `${number} (${margin})`;
  const revised = figure.revised === undefined ? [] : [MARKS.revised.symbol];
  const broken = figure.seriesBreak === undefined ? [] : [MARKS.break.symbol];
  return [text, ...revised, ...broken].join(' ');
}

export function makeIntervalCell(figure: Figure): Inline[] {
  const text = formatInterval(figure);
  if (text !== null) return makeValueCell(text, figure);
  return isToCome(figure) || isConfidential(figure) ? makeMissingCell(figure) : makeTextCell('not available');
}

export function makeBaseCell(figure: Figure): Inline[] {
  if (figure.value === null) return makeMissingCell(figure);
  return figure.base === undefined
    ? makeTextCell('not published')
    : makeValueCell(formatNumber(figure.base), figure);
}

export function makeMissingCell(figure: Figure): Inline[] {
  if (figure.isUnreliable === true) return makeValueCell(MARKS.unreliable.symbol, figure);
  if (isConfidential(figure)) return makeValueCell(MARKS.confidential.symbol, figure);
  return makeValueCell(isToCome(figure) ? TO_COME : 'not available', figure);
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
  return makeTextCell('–');
}
