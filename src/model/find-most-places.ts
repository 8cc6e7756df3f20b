import type { DataRow } from './data-set.js';
import type { Figure } from './figure.js';

/** Finds the most decimal places of figures. A sum or difference of them is printed with so many. */
export function findMostPlaces(figures: readonly Figure[]): number {
  // A call cannot have 100,000 arguments.
  return figures.reduce((most, { places = 0 }) => Math.max(most, places), 0);
}

/** Finds the most decimal places in a column of a data set. Returns null if the column has no figures. */
export function findMostColumnPlaces(column: string, rows: readonly DataRow[]): number | null {
  let most: number | null = null;
  for (const { cells } of rows) {
    const cell = cells[column];
    if (cell?.kind === 'figure' && cell.figure.value !== null)
      most = Math.max(most ?? 0, cell.figure.places ?? 0);
  }
  return most;
}
