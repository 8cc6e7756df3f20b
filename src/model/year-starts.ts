/** The months with which the years of a project can start, as `organisation.yaml` names them. */
export const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** The month with which financial years start in the United Kingdom: April. */
export const USUAL_YEAR_STARTS = 4;

/** Returns the number of a month, or of the usual one if the project names none. */
export function numberYearStarts(name: (typeof MONTH_NAMES)[number] | undefined): number {
  return name === undefined ? USUAL_YEAR_STARTS : MONTH_NAMES.indexOf(name) + 1;
}
