import type { NumberCell } from '../charts/kinds/chart-kind.js';
import { tabulateChart } from '../charts/kinds/index.js';
import type { Indicators } from '../model/indicators.js';
import type { Inline } from '../model/inline.js';
import type { ManuscriptChart } from '../model/manuscript.js';
import type { ChartSpec } from '../model/template.js';
import { makeCell, makeFigureCell, makeTextCell } from './figure-cells.js';

/** Renders the numbers behind a chart as cells: each figure keeps its source. */
export function renderChartTable(
  { content }: ChartSpec,
  indicators: Indicators,
): Pick<ManuscriptChart, 'data' | 'dataColumns'> {
  const { columns, rows } = tabulateChart(content, indicators);
  return {
    dataColumns: columns,
    data: rows.map(({ label, cells }) => ({
      label,
      cells: cells.map(makeNumberCell),
    })),
  };
}

function makeNumberCell(cell: NumberCell): Inline[] {
  if (typeof cell === 'string') return makeTextCell(cell);
  return cell !== null && 'text' in cell ? makeCell(cell) : makeFigureCell(cell ?? undefined);
}
