import type { RangeChart } from '../../model/drawing.js';
import { formatChange } from './add-changes.js';
import { findHeading, plotLines, plotRow } from './plot-grid.js';
import type { RowGrid } from './row-grid.js';

/** Plots each row of a grid as one dot, or as two that a line joins. */
export function plotRanges(grid: RowGrid): RangeChart {
  const { rows, series, unit, beside, gap } = grid;
  const hasChanges = rows.some(({ change }) => change !== undefined);
  const plotted = rows.map((row, index) => ({
    label: row.label,
    heading: findHeading(row, rows[index - 1]),
    points: plotRow(row, grid),
    target: row.target?.value ?? null,
    beside: [...(hasChanges ? [row.change ? formatChange(row.change) : ''] : []), ...row.beside],
  }));
  return {
    kind: 'ranges',
    rows: plotted,
    series: series.map(({ label }) => label),
    unit: unit ?? 'number',
    lines: plotLines(grid),
    targetName: grid.targetName,
    beside: [...(hasChanges ? [nameChange(unit)] : []), ...beside],
    gap,
    hasIntervals: plotted.some(({ points }) => points.some(({ interval }) => interval !== undefined)),
  };
}

function nameChange(unit: RowGrid['unit']): string {
  return unit === 'percent' ? 'Change, points' : 'Change';
}
