import { formatDate } from './dates.js';

/** Who supplies a figure, and by when. */
export interface Owed {
  owner: string | undefined;
  /** As YYYY-MM-DD. */
  due: string | undefined;
}

/**
 * Describes from whom figures are to come: ", from Head of Finance, due 3 July 2025". Several owners follow each other. Returns an
 * empty text if no file says so.
 */
export function describeOwed(figures: readonly Owed[]): string {
  const parts = figures.flatMap(({ owner, due }) => {
    const words = [
      ...(owner === undefined ? [] : [`from ${owner}`]),
      ...(due === undefined ? [] : [`due ${formatDate(due)}`]),
    ];
    return words.length > 0 ? [words.join(', ')] : [];
  });
  const all = [...new Set(parts)];
  return all.length === 0 ? '' : `, ${all.join('; ')}`;
}
