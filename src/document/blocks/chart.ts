import type { Chart } from '../../model/blocks/chart.js';
import { EMPTY_DRAWING } from '../../model/drawing.js';
import { toPlainText } from '../../model/inline.js';
import { joinChecked } from '../../model/join-checked.js';
import type { ManuscriptChart } from '../../model/manuscript.js';
import type { Checked } from '../../model/problem.js';
import type { Placed, RenderFragment } from './placed.js';

export function buildChart(chart: ManuscriptChart, placed: Placed, render: RenderFragment): Checked<Chart> {
  const title = render(chart.title);
  const subtitle = render(chart.subtitle);
  const alternative = render(chart.alternative);
  const notes = joinChecked(chart.notes.map(render));
  return {
    value: {
      kind: 'chart',
      ...placed,
      title: title.value,
      subtitle: subtitle.value,
      alternative: [toPlainText(alternative.value), chart.alternativeEnd ?? ''].join(' ').trim(),
      drawing: EMPTY_DRAWING,
      dataColumns: chart.dataColumns,
      data: chart.data.map(({ label, cells }) => ({ label: [{ kind: 'text', text: label }], cells })),
      notes: notes.value,
      place: chart.place,
    },
    problems: [title, subtitle, alternative, notes].flatMap(({ problems }) => problems),
  };
}
