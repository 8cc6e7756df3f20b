import { markup, type Html } from '../../markup/markup.js';
import type { Chart } from '../../model/blocks/chart.js';
import type { Column } from '../../model/blocks/table.js';
import type { HtmlOptions } from '../html-options.js';
import { renderDrawing } from '../render-drawing.js';
import { renderGrid } from '../render-grid.js';
import { renderInlines } from '../render-inlines.js';
import { renderScrollArea } from '../render-scroll-area.js';

export function renderChart(chart: Chart, options: HtmlOptions): Html {
  return renderDrawing(chart, { subtitle: chart.subtitle, details: renderData(chart, options) }, options);
}

/** Renders the numbers behind the drawing as a table. */
function renderData(chart: Chart, options: HtmlOptions): Html {
  const { anchor, number, title, subtitle, data } = chart;
  const id = `${anchor}_data`;
  const rows = data.map(({ label, cells }) => ({ kind: 'data' as const, cells: [label, ...cells] }));
  const caption = renderInlines(subtitle.length > 0 ? subtitle : title, options);
  const table = markup`<table>
<caption id="${id}">${caption}</caption>${renderGrid({ id, columns: listColumns(chart), rows }, options)}</table>`;
  return markup`<details>
<summary>The figures in ${number}</summary>
${renderScrollArea({ 'aria-labelledby': id }, table)}
</details>`;
}

/** The first column holds the labels and has no heading. */
function listColumns({ data, dataColumns }: Chart): Pick<Column, 'heading' | 'align'>[] {
  const columns = dataColumns.map((text, index): Pick<Column, 'heading' | 'align'> => ({
    heading: [{ kind: 'text', text }],
    align: hasFigures(data, index) ? 'decimal' : 'left',
  }));
  return [{ heading: [], align: 'left' }, ...columns];
}

function hasFigures(data: Chart['data'], column: number): boolean {
  return data.some(({ cells }) => cells[column]?.some(({ kind }) => kind === 'value'));
}
