import type { NumberFormat } from './number-format.js';
import { showDate } from './show-date.js';
import { toDate } from './date-serial.js';

/** A number of a cell as text: exactly, and as the sheet shows it. */
interface WrittenNumber {
  exact: string;
  shown: string;
}

/** Excel shows at most this many digits of a number without a format. */
const GENERAL_DIGITS = 10;

/** Separates the text that a sheet shows from the exact value, in the text of one cell. */
export const SHOWN_FOR = ' ← ';

/**
 * Writes a number as the text of a cell: "64%", or "64% ← 64.37%" where the sheet shows a rounded value or a date in words.
 * Null if the format is that of a date, and the number is none.
 */
export function writeCellNumber(value: number, format: NumberFormat, is1904: boolean): string | null {
  const written = writeNumber(value, format, is1904);
  if (!written) return null;
  const { exact, shown } = written;
  return shown.replaceAll(',', '') === exact ? shown : `${shown}${SHOWN_FOR}${exact}`;
}

/** Writes a number as its format means it: 0.6437 with `0%` is exactly "64.37%", shown as "64%". Null if it is no date. */
function writeNumber(value: number, format: NumberFormat, is1904: boolean): WrittenNumber | null {
  switch (format.kind) {
    case 'hidden':
      return { exact: '', shown: '' };
    case 'general': {
      if (Number.isSafeInteger(value) && Math.abs(value) < 1e11)
        return { exact: String(value), shown: String(value) };
      const whole = Math.abs(Math.trunc(value)).toString().length;
      const exact = writeDecimal(value);
      return { exact, shown: writeDecimal(Number(value.toFixed(Math.max(0, GENERAL_DIGITS - whole)))) };
    }
    case 'number': {
      const { places, isGrouped, isPercent, prefix } = format;
      const scaled = isPercent ? value * 100 : value;
      const suffix = isPercent ? '%' : format.suffix;
      const wrap = (digits: string): string =>
        `${digits.startsWith('-') ? '-' : ''}${prefix}${digits.replace('-', '')}${suffix}`;
      const fixed = Math.abs(scaled) < 1e21 ? scaled.toFixed(places) : writeDecimal(scaled);
      const exact = writeDecimal(scaled);
      const hasSameValue = Number(exact) === Number(fixed);
      return { exact: wrap(hasSameValue ? fixed : exact), shown: wrap(isGrouped ? group(fixed) : fixed) };
    }
    case 'date':
    case 'time': {
      const date = toDate(value, is1904);
      if (!date) return null;
      const shown = showDate(date, format.code, value);
      return { exact: format.kind === 'time' ? shown : date.toISOString().slice(0, 10), shown };
    }
    default:
      return format satisfies never;
  }
}

/** Writes a number without an exponent, with the 15 digits that spreadsheets keep. */
function writeDecimal(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) >= 1
    ? BigInt(rounded).toString()
    : rounded.toFixed(countDigits(rounded)).replace(/\.?0+$/, '');
}

/** Counts the decimal places of a small number that has 15 digits. */
function countDigits(value: number): number {
  return Math.min(100, 14 - Math.floor(Math.log10(Math.abs(value))));
}

function group(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
