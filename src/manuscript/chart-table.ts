import { formatMonth } from '../format.js';
import { listChartQuarters } from '../model/list-chart-quarters.js';
import type { Indicators } from '../model/indicators.js';
import type { ChartSpec } from '../model/template.js';
import type { ManuscriptChart } from '../model/manuscript.js';
import { windowLabel } from '../model/quarter.js';
import { figureCell, words } from './measure-cells.js';

type DataTable = Pick<ManuscriptChart, 'data' | 'dataColumns'>;

/** The numbers that a chart draws, as figures with their sources: for `figures.csv` and for readers who cannot see it. */
export function chartTable({ content }: ChartSpec, indicators: Indicators): DataTable {
  switch (content.kind) {
    case 'trend': {
      const measures = content.measures.flatMap((id) => indicators.measures[id] ?? []);
      const quarters = listChartQuarters(measures);
      return {
        dataColumns: quarters.map(windowLabel),
        data: measures.map(({ label, series }) => ({
          label,
          cells: quarters.map((wanted) =>
            figureCell(series.find(({ quarter }) => quarter === wanted)?.figure),
          ),
        })),
      };
    }
    case 'ranking': {
      const ranking = indicators.rankings[content.measure];
      const areas = [...(ranking?.top ?? []), ...(ranking?.bottom ?? [])];
      return {
        dataColumns: [ranking?.label ?? ''],
        data: areas.map(({ name, figure }) => ({ label: name, cells: [figureCell(figure)] })),
      };
    }
    case 'control': {
      const control = indicators.measures[content.measure]?.control;
      return {
        dataColumns: ['Number', 'Signal'],
        data: (control?.months ?? []).map(({ month, figure, signal }) => ({
          label: formatMonth(month),
          cells: [figureCell(figure), words(signal ?? 'none')],
        })),
      };
    }
    case 'dots': {
      const found = content.measures.flatMap((id) => indicators.measures[id] ?? []);
      return {
        dataColumns: ['Number'],
        data: found.map(({ label, value }) => ({ label, cells: [figureCell(value)] })),
      };
    }
  }
}
