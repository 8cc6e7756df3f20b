import type { DrawingPlans } from '../model/drawing.js';
import type { Indicators } from '../model/indicators.js';
import { groupBy } from '../model/group-by.js';
import type { Inputs } from '../model/inputs.js';
import type { ChartSpec } from '../model/template.js';
import { computeChartData } from './kinds/index.js';

/** Stage 3a: the data of each chart and diagram of the template. */
export function planDrawings(
  { template, organisation }: Pick<Inputs, 'template' | 'organisation'>,
  indicators: Indicators,
): DrawingPlans {
  const charts = template.charts.flatMap(({ id, content }) => {
    const data = computeChartData(content, indicators, organisation.areas);
    return data ? [[id, data] as const] : [];
  });
  return {
    charts: Object.fromEntries(charts),
    pairs: listPairs(template.charts),
    diagrams: Object.fromEntries(template.diagrams.map(({ id, data }) => [id, data])),
  };
}

/** Lists the charts that share a number. */
function listPairs(charts: readonly ChartSpec[]): string[][] {
  return [...groupBy(charts, ({ id, sharesNumberWith }) => sharesNumberWith ?? id).values()]
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ id }) => id));
}
