import { isDate } from '../../format/dates.js';
import type { ColumnType } from '../../model/data-set.js';
import { EXEMPT_SYMBOL } from '../../model/exemption.js';
import { findMark } from '../../model/mark.js';
import type { Unit } from '../../model/unit.js';
import { parseNumber } from './parse-cell.js';

/** Tells the type of a column from its cells. Empty cells and marks tell nothing. Without any other cell it is text. */
export function inferType(cells: readonly string[]): ColumnType {
  const told = cells
    .map((cell) => cell.replace(/\s*\[[a-z]+\](?:\s*was\s.+)?$/i, ''))
    .filter((cell) => cell !== '' && findMark(cell) === null);
  // A column of nothing but exempt cells can be computed with, so that what follows from it is exempt too.
  if (told.length === 0) return cells.includes(EXEMPT_SYMBOL) ? 'number' : 'text';
  const fits = (unit: Unit): boolean => told.every((cell) => parseNumber(cell, unit) !== null);
  if (fits('count')) return told.every((cell) => /^[\d,]+$/.test(cell)) ? 'count' : 'number';
  if (told.every((cell) => cell.endsWith('%')) && fits('percent')) return 'percent';
  if (told.some((cell) => cell.includes('£')) && fits('pounds')) return 'pounds';
  if (told.every((cell) => isDate(cell) || /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(cell))) return 'date';
  return 'text';
}
