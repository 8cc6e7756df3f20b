import type { Figure } from '../model/figure.js';
import type { PeriodData } from '../model/period-data.js';
import type { Period } from '../model/period.js';

/** A percentage of a period file. */
export interface Percentage {
  period: Period;
  /** The name of what it states. It is the same in every period. */
  key: string;
  /** The name of its table of areas. Null outside such tables. */
  table: string | null;
  figure: Figure;
}

/** Lists the percentages of all period files. */
export function listPercentages(history: readonly PeriodData[]): Percentage[] {
  return history.flatMap(({ period, published, waves, shares, facts, areas, months }) => [
    ...Object.entries(published).map(([id, figure]) => ({
      period,
      key: `survey ${id}`,
      table: null,
      figure,
    })),
    ...Object.entries(waves).map(([id, { figure }]) => ({
      period,
      key: `survey ${id}`,
      table: null,
      figure,
    })),
    ...Object.entries(facts)
      .filter(([, { unit }]) => unit === 'percent')
      .map(([id, figure]) => ({ period, key: `fact ${id}`, table: null, figure })),
    // The cells of a data set are checked as such.
    ...Object.entries(months).flatMap(([id, figures]) =>
      figures
        .filter(({ figure }) => figure.unit === 'percent' && figure.inputs === undefined)
        .map(({ figure }) => ({ period, key: `month ${id}`, table: null, figure })),
    ),
    ...Object.entries(shares).flatMap(([whole, parts]) =>
      parts.map(({ id, figure }) => ({ period, key: `share ${whole} ${id}`, table: null, figure })),
    ),
    ...Object.entries(areas).flatMap(([table, { published }]) =>
      published
        .filter(({ figure }) => figure.unit === 'percent')
        .map(({ id, figure }) => ({ period, key: `area ${table} ${id}`, table, figure })),
    ),
  ]);
}
