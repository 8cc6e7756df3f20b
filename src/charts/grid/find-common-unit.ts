import type { Unit } from '../../model/unit.js';
import type { GridCell } from './row-grid.js';

/** Lists the units of figures. A count and a plain number are of one kind. Missing figures have a say only if all are missing. */
export function listUnits(cells: readonly GridCell[]): Unit[] {
  const figures = cells.flatMap(({ figure }) => figure ?? []);
  const known = figures.filter(({ value }) => value !== null);
  const units = new Set((known.length > 0 ? known : figures.slice(0, 1)).map(({ unit }) => unit));
  if (units.has('count')) units.delete('number');
  return [...units];
}

/** Returns the unit of all figures: a plain number if there are none, and null if they have several. */
export function findCommonUnit(cells: readonly GridCell[]): Unit | null {
  const [unit = 'number', ...others] = listUnits(cells);
  return others.length > 0 ? null : unit;
}
