import type { Row } from '../../model/blocks/table.js';
import { findStart } from '../../model/find-start.js';
import { toPlainText } from '../../model/inline.js';
import type { Place } from '../../model/problem.js';
import { getPrecision } from '../parse-number.js';

/** A number of a table as it is printed. */
export interface Cell {
  value: number;
  /** The value of its last place. */
  precision: number;
  /** "m" for £1.2m. Empty if there is none. */
  unit: string;
  place: Place | undefined;
}

const NUMBER =
  /^(?<sign>£?\(£?|£?[−–-]£?)?[+£]*(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>m|k|bn)?\)?$/;

/** Reads a cell that is one number. A part that is a dash is nothing. */
export function readCell(cell: Row['cells'][number] = [], isPart = false): Cell | null {
  const text = toPlainText(cell).replace(/\s+/g, '');
  const place = findStart(cell);
  if (isPart && /^(?:[-–—]|nil)$/i.test(text)) return { value: 0, precision: 1, unit: '', place };
  const { sign, digits, unit = '' } = NUMBER.exec(text)?.groups ?? {};
  if (digits === undefined) return null;
  const value = Number(digits.replaceAll(',', ''));
  return { value: sign === undefined ? value : -value, precision: getPrecision(digits), unit, place };
}
