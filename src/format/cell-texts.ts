import { isConfidential } from '../model/disclosure.js';
import { EXEMPT } from '../model/exemption.js';
import { isToCome, TO_COME, type Figure } from '../model/figure.js';
import { MARKS } from '../model/mark.js';
import { formatInterval, formatMargin, formatValue } from './figures.js';
import { formatNumber } from './numbers.js';
import { formatSignedPointsWithUnit } from './signed-value.js';

/** The text of a cell, and the figure that it prints. */
export interface CellText {
  text: string;
  /** Absent if the text is no figure. */
  figure?: Figure;
}

/** The cell of a row to which its column does not apply. */
export const DASH: CellText = { text: '–' };

/** Writes a figure without the words of its unit. A missing figure shows only that it is missing. */
export function writeFigureCell(figure: Figure | undefined): CellText {
  if (!figure) return { text: 'not available' };
  return figure.value === null ? writeMissingCell(figure) : { text: formatFigureCell(figure), figure };
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

/** Writes the confidence interval of a figure. */
export function writeIntervalCell(figure: Figure): CellText {
  const text = formatInterval(figure);
  if (text !== null) return { text, figure };
  return isToCome(figure) || isConfidential(figure) || figure.reason === EXEMPT
    ? writeMissingCell(figure)
    : { text: 'not available' };
}

/** Writes the number of people or cases behind a figure. */
export function writeBaseCell(figure: Figure): CellText {
  if (figure.value === null) return writeMissingCell(figure);
  return figure.base === undefined ? { text: 'not published' } : { text: formatNumber(figure.base), figure };
}

/** Writes that a figure is missing. */
export function writeMissingCell(figure: Figure): CellText {
  if (figure.isUnreliable === true) return { text: MARKS.unreliable.symbol, figure };
  if (isConfidential(figure)) return { text: MARKS.confidential.symbol, figure };
  if (figure.reason === EXEMPT) return { text: MARKS.exempt.symbol, figure };
  return { text: isToCome(figure) ? TO_COME : 'not available', figure };
}
