import type { DrawingPlans } from '../model/drawing.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import { chartData } from './chart-data.js';

/** Stage 3a: what each chart and diagram of the template is to show. */
export function planDrawings(
  { template, organisation }: Pick<Inputs, 'template' | 'organisation'>,
  indicators: Indicators,
): DrawingPlans {
  const charts = template.charts.flatMap((spec) => {
    const data = chartData(spec, indicators, organisation.areas);
    return data ? [[spec.id, data] as const] : [];
  });
  return {
    charts: Object.fromEntries(charts),
    diagrams: Object.fromEntries(template.diagrams.map(({ id, data }) => [id, data])),
  };
}
