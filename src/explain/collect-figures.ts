import { isFigure, type Figure } from '../model/figure.js';
import { listPrintedFigures } from '../model/list-printed-figures.js';
import type { Explainable } from './explanation.js';

/**
 * Collects every figure behind a paper by its id: stated, computed, or an input of a computation. Figures of
 * several periods share an id; the paper's period comes first.
 */
export function collectFigures({ inputs, indicators, document }: Explainable): Map<string, Figure> {
  const direct = [
    indicators.measures,
    indicators.rankings,
    indicators.shares,
    indicators.dataSets,
    inputs.history.at(-1)?.facts,
    inputs.surveys,
    listPrintedFigures(document).map(({ figure }) => figure),
  ].flatMap((data) => [...walkFigures(data)]);
  const figures = keepFirst(direct, new Map());
  const behind = [...figures.values()].flatMap(({ inputs: parts }) => [...walkFigures(parts)]);
  return keepFirst(behind, figures);
}

/** Adds figures whose id is new. */
function keepFirst(added: Figure[], known: ReadonlyMap<string, Figure>): Map<string, Figure> {
  const figures = new Map(known);
  for (const figure of added) if (!figures.has(figure.id)) figures.set(figure.id, figure);
  return figures;
}

/** Walks the figures in plain data, and the inputs of each. */
function* walkFigures(data: unknown): Generator<Figure> {
  if (typeof data !== 'object' || data === null) return;
  if (isFigure(data)) {
    yield data;
    yield* walkFigures(data.inputs);
    return;
  }
  for (const value of Object.values(data)) yield* walkFigures(value);
}

/** Converts the path that a template uses to a figure's id: `measures.confidence.change` to `confidence.change`. */
export function toFigureId(path: string): string {
  return path.replace(/^(?:measures|rankings|shares)\./, '').replace(/\.(?:value|figure)$/, '');
}
