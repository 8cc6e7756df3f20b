/** Moves a date into the years that a zip file can store, 1980 to 2099. */
export function clampZipDate(date: Date): Date {
  const [first, last] = [Date.UTC(1980, 0, 1), Date.UTC(2099, 11, 31)];
  return new Date(Math.min(last, Math.max(first, date.getTime())));
}
