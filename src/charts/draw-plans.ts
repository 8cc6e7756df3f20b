import type { Cache } from '../model/cache.js';
import type { Drawing, DrawingPlans, Drawings } from '../model/drawing.js';
import type { Look } from '../model/look.js';
import type { Theme } from '../model/theme.js';
import { drawDiagram } from './diagrams/draw-diagram.js';
import { joinFrames, NO_FRAME, type Frame } from './configured-chart.js';
import { drawChart, measureFrame } from './draw-chart.js';
import { setChartFonts } from './measure-text.js';

/** Stage 3b: the plans as vectors. A drawing whose plan and theme are unchanged comes from the cache. */
export function drawPlans(
  { charts, diagrams, pairs }: DrawingPlans,
  { theme, fonts }: Look,
  cache: Cache,
): Drawings {
  setChartFonts(theme.typeface, fonts);
  const framed = mapEntries(charts, (id, data) => ({ data, frame: findFrame(id, { charts, pairs }, theme) }));
  return {
    charts: drawEach(
      'chart',
      framed,
      (id, { data, frame }) => drawChart(id, data, theme, frame),
      theme,
      cache,
    ),
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

/** Finds the room on both sides of a plot that the charts with its number need. A chart of its own number needs no more. */
function findFrame(
  id: string,
  { charts, pairs }: Pick<DrawingPlans, 'charts' | 'pairs'>,
  theme: Theme,
): Frame {
  const group = pairs.find((ids) => ids.includes(id)) ?? [];
  return joinFrames(
    NO_FRAME,
    ...group.flatMap((other) => (charts[other] ? [measureFrame(charts[other], theme)] : [])),
  );
}

function mapEntries<Value, Result>(
  record: Record<string, Value>,
  change: (id: string, value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(id, value)]));
}
