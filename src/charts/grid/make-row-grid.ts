import type { ChartRows } from '../../model/chart-rows.js';
import type { Indicators } from '../../model/indicators.js';
import type { GridCell, GridRow, ListedRows, RowGrid } from './row-grid.js';
import { listAreaRows } from './list-area-rows.js';
import { listDataRows } from './list-data-rows.js';
import { listMeasureRows } from './list-measure-rows.js';
import { findCommonUnit } from './find-common-unit.js';
import { makeTypedTarget } from './make-typed-target.js';

/** Makes the grid of a chart. Returns null if its source does not exist. Names that do not exist leave cells out. */
export function makeRowGrid(content: ChartRows, indicators: Indicators): RowGrid | null {
  const listed = listRows(content, indicators);
  if (!listed) return null;
  const rows = content.source.kind === 'measures' ? orderRows(listed.rows, content) : listed.rows;
  const grid = { ...listed, rows, unit: findCommonUnit(rows.flatMap(({ cells }) => cells)) };
  const { target } = content;
  return {
    ...grid,
    targetName: rows.some((row) => row.target !== null)
      ? (content.names['target'] ?? listed.targetColumn ?? 'Target')
      : null,
    target:
      target?.kind === 'value' && grid.unit !== null ? makeTypedTarget(target, grid.unit, content) : null,
  };
}

function listRows(content: ChartRows, indicators: Indicators): ListedRows | null {
  const { source } = content;
  switch (source.kind) {
    case 'data':
      return listDataRows(content, source, indicators);
    case 'measures':
      return listMeasureRows(content, source, indicators);
    case 'areas':
      return listAreaRows(content, source, indicators);
    case 'unclear':
      return null;
    default:
      return source satisfies never;
  }
}

/** Puts rows of measures in the order of a series. Rows without a value come last. */
function orderRows(rows: readonly GridRow[], { sort, top, source }: ChartRows): GridRow[] {
  const columns = source.kind === 'measures' ? source.columns : [];
  const index = sort ? columns.indexOf(sort.by) : -1;
  const sign = sort?.order === 'descending' ? -1 : 1;
  const sorted =
    index < 0 ? [...rows] : [...rows].sort((a, b) => compareCells(a.cells[index], b.cells[index], sign));
  return top === null ? sorted : sorted.slice(0, top);
}

function compareCells(a: GridCell | undefined, b: GridCell | undefined, sign: number): number {
  const [first, second] = [a?.figure?.value ?? null, b?.figure?.value ?? null];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return (first - second) * sign;
}
