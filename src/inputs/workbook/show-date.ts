import { MONTHS, WEEKDAYS } from '../../format/dates.js';

/** Formats a date or time by a format code, as the sheet shows it: `d mmm yyyy`, `mmm-yy`, `h:mm`, `[h]:mm`. */
export function showDate(date: Date, code: string, serial: number): string {
  const isTwelveHours = /am\/pm|a\/p/i.test(code);
  let afterHours = false;
  return code.replace(
    /"([^"]*)"|\\(.)|\[h+\]|am\/pm|a\/p|y+|d+|h+|s+|m+/gi,
    (token: string, quoted: string | undefined, escaped: string | undefined, offset: number): string => {
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? '';
      const name = token.toLowerCase();
      const isMinutes =
        name.startsWith('m') && (afterHours || /^[^a-z"]*s/i.test(code.slice(offset + token.length)));
      afterHours = /^\[?h/.test(name) || (afterHours && name.startsWith('m'));
      if (isMinutes) return pad(date.getUTCMinutes(), name.length);
      if (name.startsWith('[h')) return String(Math.floor(serial * 24 + 1e-9));
      if (name.startsWith('a')) return date.getUTCHours() < 12 ? 'am' : 'pm';
      if (name.startsWith('h'))
        return pad(isTwelveHours ? date.getUTCHours() % 12 || 12 : date.getUTCHours(), name.length);
      if (name.startsWith('s')) return pad(date.getUTCSeconds(), name.length);
      if (name.startsWith('y'))
        return name.length > 2 ? String(date.getUTCFullYear()) : pad(date.getUTCFullYear() % 100, 2);
      if (name.startsWith('d'))
        return showPart(date.getUTCDate(), WEEKDAYS[date.getUTCDay()] ?? '', name.length);
      return showPart(date.getUTCMonth() + 1, MONTHS[date.getUTCMonth()] ?? '', name.length);
    },
  );
}

/** Formats a day or month as a number, in three letters, or in full. */
function showPart(number: number, word: string, length: number): string {
  if (length <= 2) return pad(number, length);
  return length === 3 ? word.slice(0, 3) : word;
}

function pad(number: number, length: number): string {
  return String(number).padStart(Math.min(length, 2), '0');
}
