import type { ChartRows } from '../../model/chart-rows.js';
import type { ChartData } from '../../model/drawing.js';
import type { Figure } from '../../model/figure.js';
import type { Indicators } from '../../model/indicators.js';
import type { ShownMeasures } from '../../model/shown-measures.js';
import type { Problem } from '../../model/problem.js';
import type { UsedCell } from '../../model/used-cell.js';
import { describeMissing } from '../missing-chart.js';
import type { NumberTable } from '../kinds/chart-kind.js';
import { checkChartRows, type RowDemands } from './check-chart-rows.js';
import { findChartSet } from './find-chart-set.js';
import { describeGrid } from './describe-grid.js';
import { explainMarks } from './explain-marks.js';
import { listGridValues } from './list-grid-values.js';
import { makeRowGrid } from './make-row-grid.js';
import { hasAnyValue } from './plot-grid.js';
import type { RowGrid } from './row-grid.js';
import { tabulateGrid } from './tabulate-grid.js';

/** The differences between the kinds of chart that show rows of figures. */
interface RowsBehaviour<Content extends ChartRows> {
  demands: RowDemands;
  /** Changes the grid before anything is made of it. */
  adapt?: (grid: RowGrid, content: Content) => RowGrid;
  plot: (grid: RowGrid, content: Content) => ChartData;
  /** Describes the rows for the text alternative. */
  describe?: (grid: RowGrid) => string;
}

/** The functions of a kind of chart, except its schema. */
interface RowsKind<Content extends ChartRows> {
  shows: ShownMeasures;
  check: (content: Content, indicators: Indicators) => Problem[];
  listCells: (content: Content, indicators: Indicators) => UsedCell[];
  computeData: (content: Content, indicators: Indicators) => ChartData;
  writeNote: (content: Content, indicators: Indicators) => string | null;
  extendAlternative: (content: Content, indicators: Indicators) => string | null;
  tabulate: (content: Content, indicators: Indicators) => NumberTable;
  listTemplateValues: (content: Content, indicators: Indicators) => object;
}

/** Makes the functions of a kind of chart that shows rows of figures. */
export function makeRowsKind<Content extends ChartRows>({
  demands,
  adapt = (grid) => grid,
  plot,
  describe = describeGrid,
}: RowsBehaviour<Content>): RowsKind<Content> {
  const makeGrid = (content: Content, indicators: Indicators): RowGrid | null => {
    const grid = makeRowGrid(content, indicators);
    return grid && adapt(grid, content);
  };
  const findProblems = (content: Content, grid: RowGrid | null, indicators: Indicators): Problem[] =>
    checkChartRows(content, grid, demands, indicators);
  return {
    shows: { result: 'single value', canNameSurvey: true },
    check: (content, indicators) => findProblems(content, makeGrid(content, indicators), indicators),
    listCells: (content, indicators) => makeGrid(content, indicators)?.cells ?? [],
    computeData: (content, indicators) => {
      const grid = makeGrid(content, indicators);
      // A chart with a problem is not printed.
      if (!grid || findProblems(content, grid, indicators).length > 0)
        return { kind: 'missing', text: NO_ROWS };
      if (hasAnyValue(grid)) return plot(grid, content);
      const standIn = findStandIn(content, indicators);
      const figures = [
        ...grid.rows.flatMap(({ cells }) => cells.flatMap(({ figure }) => figure ?? [])),
        ...standIn,
      ];
      return figures.length > 0 ? describeMissing(figures) : { kind: 'missing', text: NO_ROWS };
    },
    writeNote: (content, indicators) => {
      const grid = makeGrid(content, indicators);
      return grid && hasAnyValue(grid) ? explainMarks(grid) : null;
    },
    extendAlternative: (content, indicators) => {
      const grid = makeGrid(content, indicators);
      return grid && grid.rows.length > 0 ? describe(grid) || null : null;
    },
    tabulate: (content, indicators) => {
      const grid = makeGrid(content, indicators);
      if (!grid) return { columns: [], rows: [] };
      return grid.rows.length > 0 ? tabulateGrid(grid) : tabulateStandIn(findStandIn(content, indicators));
    },
    listTemplateValues: (content, indicators) => listGridValues(makeGrid(content, indicators), content.place),
  };
}

const NO_ROWS = 'No rows to show';

/** Lists the figure that stands for all rows, so that the paper owes it. */
function tabulateStandIn(figures: readonly Figure[]): NumberTable {
  return { columns: ['Result'], rows: figures.map((figure) => ({ label: figure.label, cells: [figure] })) };
}

/** Finds the figure that stands for all rows while they are missing. */
function findStandIn({ source }: ChartRows, indicators: Indicators): Figure[] {
  const gap = source.kind === 'areas' ? indicators.rankings[source.measure]?.gap : undefined;
  if (gap) return [gap];
  const toCome = source.kind === 'data' ? findChartSet(source, indicators)?.set.toCome : null;
  return toCome ? [toCome] : [];
}

/** The greatest number of rows of bars or dots that fit on a page, by the number of series beside each other. */
export function countFittingRows(series: number): number {
  return Math.floor(560 / (Math.max(1, series) * 11.5 + 3));
}
