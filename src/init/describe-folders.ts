import { findPeriodOf, findYear, periodDates, type Period } from '../model/period.js';
import { formatPeriodMonths } from './format-period-months.js';

/** Describes a folder of a project's data to its authors: "a quarter of a financial year. `q1` is April to June, …". */
export function describeFolders(period: Period): string {
  const year = period.yearStarts === 1 ? 'calendar year' : 'financial year';
  const { start, end } = periodDates(findYear(period));
  const first = findPeriodOf(start, period.kind, period.yearStarts);
  const last = findPeriodOf(end, period.kind, period.yearStarts);
  switch (period.kind) {
    case 'month':
      return `A folder in \`data/\` is a month: \`${period.id}\` is ${formatPeriodMonths(period)}.`;
    case 'quarter':
      return `A folder in \`data/\` is a quarter of a ${year}. \`q1\` is ${nameMonths(first)}, and \`q4\` is ${nameMonths(last)}.`;
    case 'half':
      return `A folder in \`data/\` is half of a ${year}. \`h1\` is ${nameMonths(first)}, and \`h2\` is ${nameMonths(last)}.`;
    case 'year':
      return `A folder in \`data/\` is a ${year}: \`${period.id}\` is ${formatPeriodMonths(period)}.`;
    default:
      return period.kind satisfies never;
  }
}

/** Names the months of any year: "April to June". */
function nameMonths(period: Period): string {
  return formatPeriodMonths(period).replace(/ \d{4}/g, '');
}
