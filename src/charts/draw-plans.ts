import type { Cache } from '../model/cache.js';
import type { Drawing, DrawingPlans, Drawings } from '../model/drawing.js';
import type { Theme } from '../model/theme.js';
import { drawDiagram } from './diagrams/draw-diagram.js';
import { drawChart } from './draw-chart.js';

/** Stage 3b: the plans as vectors. A drawing whose plan and theme are unchanged comes from the cache. */
export function drawPlans({ charts, diagrams }: DrawingPlans, theme: Theme, cache: Cache): Drawings {
  return {
    charts: drawEach('chart', charts, drawChart, theme, cache),
    diagrams: drawEach('diagram', diagrams, drawDiagram, theme, cache),
  };
}

function drawEach<Plan>(
  kind: string,
  plans: Record<string, Plan>,
  draw: (id: string, plan: Plan, theme: Theme) => Drawing,
  theme: Theme,
  cache: Cache,
): Record<string, Drawing> {
  return Object.fromEntries(
    Object.entries(plans).map(([id, plan]) => [
      id,
      cache.compute(`${kind} ${id}`, [JSON.stringify([plan, theme])], () => draw(id, plan, theme)),
    ]),
  );
}
