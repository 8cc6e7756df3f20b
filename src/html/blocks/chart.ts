import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Chart } from '../../model/blocks/chart.js';
import type { Column } from '../../model/blocks/table.js';
import type { HtmlOptions } from '../html-options.js';
import { renderDrawing } from '../render-drawing.js';
import { renderGrid } from '../render-grid.js';
import { renderSource } from '../render-source.js';
import { renderScrollArea } from '../render-scroll-area.js';

export function renderChart(chart: Chart, options: HtmlOptions): Html {
  return renderDrawing(
    chart,
    {
      subtitle: chart.subtitle,
      source: renderSource(chart),
      details: renderData(chart, options),
    },
    options,
  );
}

/** Renders the numbers behind the drawing as a table. The words that open it are its name. */
function renderData(chart: Chart, options: HtmlOptions): Html {
  const { anchor, number, data } = chart;
  const id = `${anchor}_data`;
  const rows = data.map(({ label, cells }) => ({ kind: 'data' as const, cells: [label, ...cells] }));
  const name = { 'aria-labelledby': `${id}_name` };
  const table = makeElement('table', name, renderGrid({ id, columns: listColumns(chart), rows }, options));
  return markup`<details>
<summary><span id="${id}_name">The figures in ${number}</span></summary>
${renderScrollArea(name, table)}
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
