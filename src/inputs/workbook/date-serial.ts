const DAY = 24 * 60 * 60 * 1000;
/** 31 December 9999, the last day of Excel. */
const LAST_DAY = 2_958_465;

/**
 * Returns the day and time of a serial number of Excel, in UTC. Excel counts days from 1 January 1900, or from 1904 in old
 * workbooks of the Mac. It takes 1900 for a leap year. Returns null for a number that is no date.
 */
export function toDate(serial: number, is1904: boolean): Date | null {
  if (!(serial >= 0) || serial >= LAST_DAY + 1) return null;
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(start + Math.round(serial * DAY));
}
