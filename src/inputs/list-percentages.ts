import type { Figure } from '../model/figure.js';
import type { QuarterData } from '../model/quarter-data.js';
import type { Quarter } from '../model/quarter.js';

/** A percentage of a period file. */
export interface Percentage {
  quarter: Quarter;
  /** The name of what it states. It is the same in every quarter. */
  key: string;
  /** The name of its table of areas. Null outside such tables. */
  table: string | null;
  figure: Figure;
}

/** Lists the percentages of all period files. */
export function listPercentages(history: readonly QuarterData[]): Percentage[] {
  return history.flatMap(({ quarter, rolling, waves, shares, facts, areas }) => [
    ...Object.entries(rolling).map(([id, figure]) => ({ quarter, key: `survey ${id}`, table: null, figure })),
    ...Object.entries(waves).map(([id, { figure }]) => ({
      quarter,
      key: `survey ${id}`,
      table: null,
      figure,
    })),
    ...Object.entries(facts)
      .filter(([, { unit }]) => unit === 'percent')
      .map(([id, figure]) => ({ quarter, key: `fact ${id}`, table: null, figure })),
    ...Object.entries(shares).flatMap(([whole, parts]) =>
      parts.map(({ id, figure }) => ({ quarter, key: `share ${whole} ${id}`, table: null, figure })),
    ),
    ...Object.entries(areas).flatMap(([table, { published }]) =>
      published.map(({ id, figure }) => ({ quarter, key: `area ${table} ${id}`, table, figure })),
    ),
  ]);
}
