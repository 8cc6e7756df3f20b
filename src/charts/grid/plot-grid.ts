import { findEnds } from '../../model/figure.js';
import type { Point, ValueLine } from '../../model/drawing.js';
import { formatGridCell } from './format-grid-value.js';
import type { GridCell, GridRow, GridSeries, RowGrid } from './row-grid.js';

/** Returns a cell as a point to plot. A missing one has the text of its mark. */
export function plotCell(cell: GridCell, series: Pick<GridSeries, 'places'>): Point {
  const value = cell.figure?.value ?? null;
  const ends = cell.figure && value !== null ? findEnds(cell.figure) : undefined;
  const isBroken = cell.mark === 'break' || cell.figure?.seriesBreak !== undefined;
  return {
    value,
    text: formatGridCell(cell, series),
    ...(ends && ends.upper !== null && { interval: [ends.lower, ends.upper] as [number, number] }),
    ...(isBroken && { startsSeries: true }),
  };
}

/** Returns the points of a row, one for each series. */
export function plotRow({ cells }: GridRow, { series }: RowGrid): Point[] {
  return series.map((one, index) => plotCell(cells[index] ?? { figure: null, mark: null }, one));
}

/** Returns the heading of a group at its first row. */
export function findHeading(row: GridRow, before: GridRow | undefined): string | null {
  return row.group !== null && row.group !== '' && row.group !== before?.group ? row.group : null;
}

/** Returns the line of the target, and the line of the whole. */
export function plotLines({ target, reference }: RowGrid): ValueLine[] {
  return [
    ...(reference && reference.figure.value !== null
      ? [{ kind: 'reference' as const, value: reference.figure.value, text: reference.label }]
      : []),
    ...(target && target.figure.value !== null
      ? [{ kind: 'target' as const, value: target.figure.value, text: target.label }]
      : []),
  ];
}

/** Returns true if any figure has a value. */
export function hasAnyValue({ rows }: RowGrid): boolean {
  return rows.some(({ cells }) => cells.some(({ figure }) => figure?.value != null));
}
