import type { ChartRows } from '../../model/chart-rows.js';
import type { BarChart } from '../../model/drawing.js';
import { findHeading, plotCell, plotLines } from './plot-grid.js';
import type { GridCell, RowGrid } from './row-grid.js';

interface BarShape {
  direction: BarChart['direction'];
  arrangement: BarChart['arrangement'];
  ends?: BarChart['ends'];
  /** Prints the sign of positive values. */
  isSigned?: boolean;
}

/** Plots each series of a grid as bars. */
export function plotBars(grid: RowGrid, content: ChartRows, shape: BarShape): BarChart {
  const { rows, series, unit, beside } = grid;
  return {
    kind: 'bars',
    direction: shape.direction,
    arrangement: shape.arrangement,
    rows: rows.map((row, index) => ({
      label: row.label,
      heading: findHeading(row, rows[index - 1]),
      target: row.target?.value ?? null,
      beside: row.beside,
    })),
    series: series.map((one, index) => ({
      label: one.label,
      isPale: one.isPale,
      points: rows.map(({ cells }) =>
        plotCell(addSign(cells[index] ?? { figure: null, mark: null }, shape.isSigned === true), one),
      ),
    })),
    unit: unit ?? 'number',
    target: plotLines(grid).find(({ kind }) => kind === 'target') ?? null,
    targetName: grid.targetName,
    beside,
    isLabelled: content.isLabelled,
    ends: shape.ends ?? null,
    isOverTime: content.source.kind === 'data' && content.source.over !== 'rows',
  };
}

function addSign({ figure, mark }: GridCell, isSigned: boolean): GridCell {
  return { figure: figure && isSigned ? { ...figure, isSigned } : figure, mark };
}
