import { differsAsPrinted } from '../../format/figures.js';
import type { Figure } from '../../model/figure.js';
import type { Unit } from '../../model/unit.js';
import { removeFloatNoise } from '../../statistics/rounding.js';
import { formatPlainValue } from './format-grid-value.js';
import type { GridRow, RowGrid } from './row-grid.js';

/** Adds the change of each row between its two series. Across a break there is none. */
export function addChanges(grid: RowGrid): RowGrid {
  return { ...grid, rows: grid.rows.map((row) => addChange(row, grid)) };
}

function addChange(row: GridRow, { series: [from, to] }: RowGrid): GridRow {
  const [earlier, later] = row.cells;
  const [before, after] = [earlier?.figure, later?.figure];
  if (!from || !to || !before || !after || before.value === null || after.value === null) return row;
  if (later?.mark === 'break' || after.seriesBreak !== undefined) return row;
  const places = Math.max(from.places, to.places);
  const change: Figure = {
    id: `${after.id}.change`,
    label: `${row.label}, change`,
    value: removeFloatNoise(after.value - before.value),
    unit: getDifferenceUnit(after.unit),
    places,
    isSigned: true,
    place: after.place,
    source: after.source,
    formula: `${to.label} − ${from.label}`,
    inputs: [before, after],
    ...(after.period !== undefined && { period: after.period }),
  };
  // A difference that does not follow from the printed figures has a place more.
  const isOdd = differsAsPrinted({ ...before, places }, { ...after, places }, change);
  return { ...row, change: isOdd ? { ...change, places: places + 1 } : change };
}

function getDifferenceUnit(unit: Unit): Unit {
  if (unit === 'percent') return 'points';
  return unit === 'count' ? 'number' : unit;
}

/** Formats a change with its sign: "+8", "−£40k". */
export function formatChange(change: Figure): string {
  return formatPlainValue({ ...change, isSigned: true });
}
